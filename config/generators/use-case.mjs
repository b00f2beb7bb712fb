import { existsSync } from 'node:fs';
import { all, camel, create, edit, kebab, pascal, withElement, withImport, words } from './files.mjs';

/** @returns the files that were written or extended; undefined for wrong arguments */
export function addUseCase(args) {
  if (args.length !== 2) return undefined;
  const module = kebab(args[0], 'the name of a module');
  const name = kebab(args[1], 'the use case');
  if (!name.includes('-'))
    throw new Error(`a use case is a verb with its object, such as close-${name}, not "${name}"`);
  const lib = `libs/${module}/src`;
  const moduleFile = `${lib}/${module}.module.ts`;
  if (!existsSync(moduleFile)) throw new Error(`there is no ${moduleFile}`);
  const [, ...object] = name.split('-');
  const names = { module, name, Name: pascal(name), decide: `may${pascal(name)}`, object: words(object.join('-')) };
  create(`${lib}/domain/${name}.ts`, rule(names));
  create(`${lib}/domain/${name}.spec.ts`, ruleSpec(names));
  create(`${lib}/application/${name}.ts`, useCase(names));
  edit(moduleFile, (text) =>
    withElement(
      withImport(text, `import { ${names.Name} } from './application/${name}.js';`),
      /const (providers|useCases) = \[|\bproviders: \[/,
      names.Name,
    ),
  );
  edit(
    `${lib}/index.ts`,
    (text) => `${text}export { ${names.Name}, type ${names.Name}Request } from './application/${name}.js';\n`,
  );
  return all();
}

const rule = (n) => `import { defineErrors, type AppError } from '@jssu/kernel';

export const ${camel(n.name)}Errors = defineErrors('${n.module}', {
  '${n.name}-by-subject': {
    status: 403,
    title: { en: 'Nobody does this for himself', ur: 'کوئی یہ کام اپنے لیے نہیں کر سکتا', zh: '任何人不得为本人办理' },
    remedy: { en: 'Ask somebody else.', ur: 'کسی اور سے کہیں۔', zh: '请由他人办理。' },
  },
});

export interface ${n.Name}Facts {
  readonly actorPersonId: string | null;
  readonly subjectPersonId: string;
}

/** Every reason against it; none when it may be done. Plain data in, plain data out: no clock, no database. */
export function ${n.decide}({ actorPersonId, subjectPersonId }: ${n.Name}Facts): AppError[] {
  return actorPersonId === subjectPersonId ? [${camel(n.name)}Errors['${n.name}-by-subject']()] : [];
}
`;

const ruleSpec = (n) => `import { ${n.decide} } from './${n.name}.js';

describe('${words(n.name)}', () => {
  it('may be done by somebody else, or by the system', () => {
    expect(${n.decide}({ actorPersonId: 'a', subjectPersonId: 'b' })).toEqual([]);
    expect(${n.decide}({ actorPersonId: null, subjectPersonId: 'b' })).toEqual([]);
  });

  it('is nothing for oneself', () => {
    const refusals = ${n.decide}({ actorPersonId: 'a', subjectPersonId: 'a' });
    expect(refusals.map(({ code }) => code)).toEqual(['${n.module}.${n.name}-by-subject']);
  });
});
`;

const useCase = (n) => `import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork, type Actor } from '@jssu/platform';
import { ${n.decide} } from '../domain/${n.name}.js';

export interface ${n.Name}Request {
  readonly id: string;
  readonly subjectPersonId: string;
  readonly reason: string;
}

/** One transaction: read under a lock, decide, write, audit. Jobs and events go through the Outbox in it. */
@Injectable()
export class ${n.Name} {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws \`${n.module}.${n.name}-by-subject\` */
  async execute(actor: Actor, { id, subjectPersonId, reason }: ${n.Name}Request): Promise<void> {
    await this.uow.run(async () => {
      const [refusal] = ${n.decide}({ actorPersonId: actor.personId, subjectPersonId });
      if (refusal) throw refusal;
      await this.audit.record({
        action: '${n.module}.${n.name}',
        entity: '${n.object}',
        entityId: id,
        personId: subjectPersonId,
        reason,
      });
    });
  }
}
`;
