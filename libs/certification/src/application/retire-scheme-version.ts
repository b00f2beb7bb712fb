import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork } from '@jssu/platform';
import { schemeErrors } from '../domain/scheme-errors.js';
import { SchemeStore } from '../persistence/scheme.store.js';

/** No new decision follows a retired version; those that did are judged by it still. */
@Injectable()
export class RetireSchemeVersion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: SchemeStore,
    private readonly audit: AuditTrail,
  ) {}

  async execute(schemeId: string, versionId: string, reason: string): Promise<void> {
    await this.uow.run(async () => {
      const { number, state } = await this.store.lockVersion(schemeId, versionId);
      if (state !== 'published') throw schemeErrors['not-published']({ number, state });
      await this.uow.query(`UPDATE scheme_version SET state = 'retired', version = version + 1 WHERE id = $1`, [
        versionId,
      ]);
      await this.audit.record({
        action: 'certification.scheme-version-retired',
        entity: 'scheme',
        entityId: schemeId,
        before: { versionId, number, state },
        after: { versionId, number, state: 'retired' },
        reason,
      });
    });
  }
}
