import { existsSync } from 'node:fs';
import { all, camel, create, kebab, nextMigration, pascal, plural, snake, words } from './files.mjs';
import { registerLib } from './project.mjs';
import * as http from './module-http.mjs';

/** @returns the files that were written or extended; undefined for wrong arguments */
export function addModule(args) {
  const at = args.indexOf('--above');
  const above = at < 0 ? undefined : args.splice(at, 2)[1];
  if (args.length < 1 || args.length > 2) return undefined;
  const name = kebab(args[0], 'the name of a module');
  const thing = kebab(args[1] ?? name.replace(/s$/, ''), 'the thing');
  if (existsSync(`libs/${name}`)) throw new Error(`libs/${name} is there already`);
  const names = {
    name,
    module: pascal(name),
    thing,
    things: plural(thing),
    Thing: pascal(thing),
    Things: pascal(plural(thing)),
    aThing: camel(thing),
    table: snake(thing),
    spoken: words(thing),
    permissions: `${camel(name)}Permissions`,
    errors: `${camel(name)}Errors`,
    number: nextMigration(),
  };
  const lib = `libs/${name}/src`;
  create(`${lib}/index.ts`, index(names));
  create(`${lib}/${name}.module.ts`, module(names));
  create(`${lib}/domain/${name}-errors.ts`, errors(names));
  create(`${lib}/domain/${thing}-code.ts`, rule(names));
  create(`${lib}/domain/${thing}-code.spec.ts`, ruleSpec(names));
  create(`${lib}/application/create-${thing}.ts`, useCase(names));
  create(`${lib}/persistence/index.ts`, persistence(names));
  create(`${lib}/persistence/${thing}.view.ts`, view(names));
  create(`${lib}/persistence/migrations/${names.number}-${name}.ts`, migration(names));
  create(`${lib}/http/index.ts`, `export { ${names.module}HttpModule } from './${name}-http.module.js';\n`);
  create(`${lib}/http/${name}-http.module.ts`, http.module(names));
  create(`${lib}/http/permissions.ts`, http.permissions(names));
  create(`${lib}/http/${name}.dto.ts`, http.dto(names));
  create(`${lib}/http/${names.things}.controller.ts`, http.controller(names));
  create(
    `${lib}/jobs/index.ts`,
    '// Job handlers of this lib are exported here, as a module for the worker.\nexport {};\n',
  );
  create(`test/architecture/routes/${name}.routes.ts`, http.routes(names));
  registerLib(name, above);
  return all();
}

const index = (n) => `export { ${n.module}Module } from './${n.name}.module.js';
export { Create${n.Thing}, type New${n.Thing} } from './application/create-${n.thing}.js';
`;

const module = (n) => `import { Module } from '@nestjs/common';
import './persistence/index.js';
import { Create${n.Thing} } from './application/create-${n.thing}.js';
import { ${n.Thing}View } from './persistence/${n.thing}.view.js';

const providers = [Create${n.Thing}, ${n.Thing}View];

@Module({ providers, exports: providers })
export class ${n.module}Module {}
`;

const errors = (n) => `import { defineErrors } from '@jssu/kernel';

export const ${n.errors} = defineErrors('${n.name}', {
  'code-taken': {
    status: 409,
    title: { en: 'The code is taken', ur: 'یہ کوڈ پہلے سے موجود ہے', zh: '代码已被使用' },
    detail: {
      en: 'Another ${n.spoken} has the code {code}.',
      ur: 'کوڈ {code} پہلے سے استعمال میں ہے۔',
      zh: '代码 {code} 已被占用。',
    },
    remedy: { en: 'Choose another code.', ur: 'کوئی اور کوڈ منتخب کریں۔', zh: '请另选代码。' },
  },
});
`;

const rule = (
  n,
) => `/** The code of a ${n.spoken} as it is kept: capitals, 2 to 40 of A–Z, 0–9 and dashes. Undefined when it is none. */
export function ${n.aThing}Code(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return /^[A-Z0-9][A-Z0-9-]{1,39}$/.test(code) ? code : undefined;
}
`;

const ruleSpec = (n) => `import { ${n.aThing}Code } from './${n.thing}-code.js';

describe('the code of a ${n.spoken}', () => {
  it.each([
    [' gwd-1 ', 'GWD-1'],
    ['A1', 'A1'],
    ['A'.repeat(40), 'A'.repeat(40)],
  ])('takes %j as %s', (text, code) => expect(${n.aThing}Code(text)).toBe(code));

  it.each(['', 'A', '-A1', 'A 1', 'A'.repeat(41), 'گوادر'])('does not take %j', (text) =>
    expect(${n.aThing}Code(text)).toBeUndefined(),
  );
});
`;

const useCase = (n) => `import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type LocalizedText } from '@jssu/kernel';
import { inScope, pgConstraint, platformErrors, UnitOfWork, type Scope } from '@jssu/platform';
import { ${n.errors} } from '../domain/${n.name}-errors.js';

export interface New${n.Thing} {
  /** As \`${n.aThing}Code\` gives it. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly unitId: string;
}

@Injectable()
export class Create${n.Thing} {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns its id @throws \`${n.name}.code-taken\`, \`platform.not-found\` for a unit outside the scope */
  async execute(scope: Scope, ${n.aThing}: New${n.Thing}): Promise<string> {
    if (!inScope(scope, { unitId: ${n.aThing}.unitId })) throw platformErrors['not-found']({ what: 'unit' });
    const id = uuidv7();
    try {
      await this.uow.run(async () => {
        await this.uow.query(\`INSERT INTO ${n.table} (id, code, name, unit_id) VALUES ($1, $2, $3, $4)\`, [
          id,
          ${n.aThing}.code,
          JSON.stringify(${n.aThing}.name),
          ${n.aThing}.unitId,
        ]);
        await this.audit.record({
          action: '${n.name}.${n.thing}-created',
          entity: '${n.table}',
          entityId: id,
          unitId: ${n.aThing}.unitId,
          after: ${n.aThing},
        });
      });
    } catch (error) {
      if (pgConstraint(error)?.constraint === '${n.table}_code_is_unique')
        throw ${n.errors}['code-taken']({ code: ${n.aThing}.code });
      throw error;
    }
    return id;
  }
}
`;

const persistence = (n) => `import { registerPersistence } from '@jssu/platform';
import { ${n.module}${n.number} } from './migrations/${n.number}-${n.name}.js';

registerPersistence({ lib: '${n.name}', entities: [], migrations: [${n.module}${n.number}] });
`;

const view = (n) => `import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@jssu/kernel';
import { decodeCursor, keysetPage, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';

export interface ${n.Thing}Row {
  id: string;
  code: string;
  name: LocalizedText;
  unitId: string;
  version: number;
}

@Injectable()
export class ${n.Thing}View {
  constructor(private readonly uow: UnitOfWork) {}

  /** By code. */
  async list(scope: Scope, limit: number, cursor?: string): Promise<Page<${n.Thing}Row>> {
    const params: unknown[] = [];
    const where = [scopeSql(scope, { unit: 't.unit_id' }, params)];
    const key = decodeCursor(cursor, 1);
    if (key) where.push(\`t.code > $\${params.push(key[0])}\`);
    const rows = await this.uow.query<${n.Thing}Row>(
      \`SELECT t.id, t.code, t.name, t.unit_id AS "unitId", t.version FROM ${n.table} t
       WHERE \${where.join(' AND ')} ORDER BY t.code LIMIT \${limit + 1}\`,
      params,
    );
    return keysetPage(rows, limit, (row) => [row.code]);
  }
}
`;

const migration = (n) => `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${n.module}${n.number} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`
      CREATE TABLE ${n.table} (
        id uuid PRIMARY KEY,
        code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$'),
        name jsonb NOT NULL CHECK (length(name->>'en') > 0 AND length(name->>'ur') > 0 AND length(name->>'zh') > 0),
        unit_id uuid NOT NULL REFERENCES unit (id),
        version int NOT NULL DEFAULT 1,
        CONSTRAINT ${n.table}_code_is_unique UNIQUE (code)
      )\`);
    await runner.query(\`CREATE INDEX ${n.table}_by_unit ON ${n.table} (unit_id, code)\`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`DROP TABLE ${n.table}\`);
  }
}
`;
