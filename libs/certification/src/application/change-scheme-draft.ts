import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { platformErrors, UnitOfWork } from '@jssu/platform';
import { schemeErrors } from '../domain/scheme-errors.js';
import { SchemeStore } from '../persistence/scheme.store.js';
import { checkedRules } from './checked-rules.js';

/** Other rules for a version that is still a draft. */
@Injectable()
export class ChangeSchemeDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: SchemeStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns the new version of the row */
  async execute(schemeId: string, versionId: string, version: number, given: unknown): Promise<{ version: number }> {
    const rules = checkedRules(given);
    return this.uow.run(async () => {
      const draft = await this.store.lockVersion(schemeId, versionId);
      const { number, state } = draft;
      if (state !== 'draft') throw schemeErrors['not-a-draft']({ number, state });
      if (draft.version !== version) throw platformErrors['version-conflict']({}, { currentVersion: draft.version });
      await this.uow.query(`UPDATE scheme_version SET rules = $2, version = version + 1 WHERE id = $1`, [
        versionId,
        JSON.stringify(rules),
      ]);
      await this.audit.record({
        action: 'certification.scheme-draft-changed',
        entity: 'scheme',
        entityId: schemeId,
        before: { versionId, rules: draft.rules },
        after: { versionId, rules },
      });
      return { version: version + 1 };
    });
  }
}
