import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7 } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import { schemeErrors } from '../domain/scheme-errors.js';
import { SchemeStore } from '../persistence/scheme.store.js';
import { checkedRules } from './checked-rules.js';

/** A new version as a draft: what is published stays in force until the draft is published in turn. */
@Injectable()
export class DraftSchemeVersion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: SchemeStore,
    private readonly audit: AuditTrail,
  ) {}

  async execute(schemeId: string, given: unknown): Promise<{ versionId: string; number: number }> {
    const rules = checkedRules(given);
    const versionId = uuidv7();
    return this.uow.run(async () => {
      const versions = await this.store.lock(schemeId);
      const draft = versions.find(({ state }) => state === 'draft');
      if (draft) throw schemeErrors['draft-exists']({ number: draft.number }, { versionId: draft.id });
      const number = (versions.at(-1)?.number ?? 0) + 1;
      await this.store.insertDraft(versionId, schemeId, number, rules);
      await this.audit.record({
        action: 'certification.scheme-version-drafted',
        entity: 'scheme',
        entityId: schemeId,
        after: { versionId, number, rules },
      });
      return { versionId, number };
    });
  }
}
