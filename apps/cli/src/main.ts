import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { ConfigurationError, readEnvironment } from '@jssu/config';
import { VerifyChain } from '@jssu/audit';
import { CreateAccount, GrantRole } from '@jssu/identity';
import { AppError } from '@jssu/kernel';
import {
  EVERYTHING,
  migrateDatabase,
  RequestContext,
  revertMigrations,
  SYSTEM_ACTOR,
  UnitOfWork,
} from '@jssu/platform';
import { CliModule } from './cli.module.js';
import { ownEnvironment } from './own-environment.js';
import { seedDemo } from './demo/seed-demo.js';

const USAGE = `npm run cli -- <command>
  migrate                             bring the tables up to date
  revert [<count> | all]              undo the newest migration, or that many; their data are lost
  create-administrator <user name>    the first administrator; the password is read from JSSU_PASSWORD, else made and printed
  verify-audit                        prove the audit chain, or name the first broken entry
  seed-demo [basic]                   demo data, on an empty database only (password from JSSU_DEMO_PASSWORD); basic: without the story`;

const [command, ...args] = process.argv.slice(2);

async function main(): Promise<number> {
  if (!['migrate', 'revert', 'create-administrator', 'verify-audit', 'seed-demo'].includes(command ?? '')) {
    console.error(USAGE);
    return 2;
  }
  const environment = readEnvironment({
    ...ownEnvironment(process.env),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
  });
  const target = { databaseUrl: environment.DATABASE_URL, redisUrl: environment.REDIS_URL };
  if (command === 'migrate') {
    const done = await migrateDatabase(target);
    console.log(done.length > 0 ? `ran ${done.length} migration(s): ${done.join(', ')}` : 'the tables are up to date');
    return 0;
  }
  if (command === 'revert') {
    const count = args[0] === 'all' ? 1_000_000 : Number(args[0] ?? 1);
    if (!Number.isInteger(count) || count < 1) {
      console.error(`revert takes a count or "all", not "${args[0]}"`);
      return 2;
    }
    const undone = await revertMigrations(target, count);
    console.log(undone.length > 0 ? `undid ${undone.length} migration(s): ${undone.join(', ')}` : 'nothing to undo');
    return 0;
  }
  const app = await NestFactory.createApplicationContext(CliModule.forRoot(environment), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    const context = app.get(RequestContext);
    return await context.run({ actor: SYSTEM_ACTOR }, async () => {
      if (command === 'verify-audit') {
        const verdict = await app.get(VerifyChain).execute();
        console.log(JSON.stringify(verdict, null, 2));
        return verdict.intact ? 0 : 1;
      }
      if (command === 'seed-demo') {
        console.log(
          await seedDemo(app, process.env['JSSU_DEMO_PASSWORD'] ?? '', args[0] === 'basic' ? 'basic' : 'story'),
        );
        return 0;
      }
      return createAdministrator(app.get(UnitOfWork), app.get(CreateAccount), app.get(GrantRole));
    });
  } finally {
    await app.close();
  }
}

async function createAdministrator(
  uow: UnitOfWork,
  createAccount: CreateAccount,
  grantRole: GrantRole,
): Promise<number> {
  const userName = args[0];
  if (!userName) {
    console.error('Say the user name: npm run cli -- create-administrator <user name>');
    return 2;
  }
  const given = process.env['JSSU_PASSWORD'];
  const password = given ?? randomBytes(18).toString('base64url');
  await uow.run(async () => {
    const [{ n }] = await uow.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM role_grant WHERE role = 'administrator' AND unit_id IS NULL`,
    );
    if (n > 0) throw new ConfigurationError(['there is an administrator already; further accounts are made over HTTP']);
    const id = await createAccount.execute({ userName, password });
    await grantRole.execute(SYSTEM_ACTOR, EVERYTHING, id, { role: 'administrator', unitId: null, party: null });
  });
  console.log(given ? `${userName} may sign in` : `${userName} may sign in with the password ${password}`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof ConfigurationError) console.error(error.message);
  else if (error instanceof AppError) {
    const { title, detail, remedy } = error.describe('en');
    console.error(`${title}. ${detail} ${remedy}`);
  } else console.error(error);
  process.exitCode = 1;
}
