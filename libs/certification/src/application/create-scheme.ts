import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type LocalizedText } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import { schemeErrors } from '../domain/scheme-errors.js';
import { SchemeStore } from '../persistence/scheme.store.js';
import { checkedRules } from './checked-rules.js';

export interface NewScheme {
  readonly code: string;
  readonly title: LocalizedText;
  /** Of version 1, checked by `validateRules`. */
  readonly rules: unknown;
}

/** A scheme with its first version as a draft. */
@Injectable()
export class CreateScheme {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: SchemeStore,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ code, title, rules: given }: NewScheme): Promise<{ id: string; versionId: string }> {
    const rules = checkedRules(given);
    const [id, versionId] = [uuidv7(), uuidv7()];
    await this.uow.run(async () => {
      const created = await this.uow.query(
        `INSERT INTO scheme (id, code, title) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING RETURNING id`,
        [id, code, JSON.stringify(title)],
      );
      if (created.length === 0) throw schemeErrors['scheme-code-taken']({ code });
      await this.store.insertDraft(versionId, id, 1, rules);
      await this.audit.record({
        action: 'certification.scheme-created',
        entity: 'scheme',
        entityId: id,
        after: { code, title, rules },
      });
    });
    return { id, versionId };
  }
}
