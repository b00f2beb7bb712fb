// `npm test`: builds, starts what the tests need, runs them, and says what could not run.
// Arguments are passed on to jest, for example: npm test -- libs/people -t 'duplicate'
import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const args = process.argv.slice(2);
/** What was started, to be stopped in any case. */
const running = [];
/** Parts that this machine lacks, as lines for the end. */
const missing = [];
let child;
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    // Ctrl-C reaches the tests by itself; the other signals do not.
    if (signal !== 'SIGINT') child?.kill('SIGTERM');
  });
}

let exitCode = 1;
let lastLine = '0 passed, 1 failed';
try {
  console.log('building ...');
  const build = await run('npm', ['run', '-s', 'build']);
  if (build !== 0) throw new Error('The build failed, which counts as one failure: no test has run.');
  if (!interrupted) {
    const env = await startServers();
    if (!interrupted) ({ exitCode, lastLine } = await runTests(env));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await Promise.all(running.map((server) => server.stop()));
}
if (interrupted) {
  console.error('interrupted');
  exitCode = 130;
}
if (missing.length > 0) console.log(['', 'Not everything could run on this machine:', ...missing].join('\n'));
console.log(lastLine);
process.exit(exitCode);

async function startServers() {
  const embedded = await import(pathToFileURL(join(root, 'dist/libs/platform/src/embedded/index.js')).href);
  const keep = (server) => {
    if (server) running.push(server);
    return server;
  };
  const settings = { max_connections: '300' };
  const { DATABASE_URL, REDIS_URL, ...env } = process.env;
  const [main, older, redis] = await Promise.all([
    embedded.startTemporaryPostgres({ settings }).then(keep),
    DATABASE_URL
      ? undefined
      : firstOf([15, 16, 17], (major) => embedded.startDebianPostgres(major, { settings }).then(keep)),
    REDIS_URL ? undefined : embedded.startTemporaryRedis().then(keep),
  ]);
  const chromium = [
    env.JSSU_TEST_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path && existsSync(path));
  const key = () => randomBytes(32).toString('base64url');
  const credentialKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  Object.assign(env, {
    JSSU_TEST_PG: main.adminUrl,
    JSSU_TEST_RUN: randomBytes(4).toString('hex'),
    JSSU_TEST_SECRETS: JSON.stringify({
      JSSU_TOKEN_SECRET: key(),
      JSSU_DATA_KEY: key(),
      JSSU_CREDENTIAL_KEY: credentialKey.export({ type: 'pkcs8', format: 'pem' }),
    }),
  });
  // A server of one's own keeps nothing of the run.
  if (DATABASE_URL) running.push({ stop: () => dropTemplate(DATABASE_URL, env.JSSU_TEST_RUN) });
  const parts = [`PostgreSQL ${main.version} (embedded)`];
  const offer = (name, value, label, without) => {
    if (value) {
      env[name] = value;
      parts.push(label);
    } else {
      delete env[name];
      missing.push(`  ${without}`);
    }
  };
  offer(
    'JSSU_TEST_PG15',
    DATABASE_URL ?? older?.adminUrl,
    DATABASE_URL ? 'the PostgreSQL of DATABASE_URL' : `PostgreSQL ${older?.version} (installed)`,
    'an installed PostgreSQL 15: apt-get install postgresql-15, or set DATABASE_URL to a server where databases may be made',
  );
  offer(
    'JSSU_TEST_REDIS',
    REDIS_URL ?? redis?.url,
    REDIS_URL ? 'the Redis of REDIS_URL' : `Redis ${redis?.version}`,
    'Redis 7: apt-get install redis-server, or set REDIS_URL',
  );
  offer(
    'JSSU_TEST_CHROMIUM',
    chromium,
    'Chromium',
    'a browser: apt-get install chromium, or set JSSU_TEST_CHROMIUM to its path',
  );
  console.log(`testing on ${parts.join(', ')} ...`);
  return env;
}

async function dropTemplate(adminUrl, run) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (const demo of ['basic', 'story'])
    await client.query(`DROP DATABASE IF EXISTS jssu_template_${run}_${demo} WITH (FORCE)`);
  await client.end();
}

async function firstOf(candidates, attempt) {
  for (const candidate of candidates) {
    const result = await attempt(candidate);
    if (result) return result;
  }
  return undefined;
}

async function runTests(env) {
  const folder = mkdtempSync(join(tmpdir(), 'jssu-results-'));
  try {
    const report = join(folder, 'jest.json');
    const workers = args.some((arg) => /^(--maxWorkers|-w|--runInBand|-i)\b/.test(arg)) ? [] : ['--maxWorkers=2'];
    const code = await run(
      process.execPath,
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        'node_modules/jest/bin/jest.js',
        '-c',
        'test/jest.config.mjs',
        ...workers,
        // Reported as not run, at the end.
        ...(env.JSSU_TEST_CHROMIUM ? [] : ['--testPathIgnorePatterns', '/node_modules/', '<rootDir>/test/browser/']),
        '--json',
        `--outputFile=${report}`,
        ...args,
      ],
      env,
    );
    if (!existsSync(report)) throw new Error('The test runner ended without a report, which counts as one failure.');
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const passed = result.numPassedTests;
    // A file that cannot even be loaded has no tests to count: it is one failure.
    let failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    const skipped = result.numPendingTests + result.numTodoTests;
    if (passed + failed === 0) {
      console.error('No test has run, which counts as one failure.');
      failed = 1;
    } else if (code !== 0 && failed === 0) {
      console.error(`The test runner ended with code ${code}, which counts as one failure.`);
      failed = 1;
    }
    return {
      exitCode: failed > 0 ? 1 : 0,
      lastLine: `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command, commandArgs, env = process.env) {
  return new Promise((resolve, reject) => {
    child = spawn(command, commandArgs, { env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
