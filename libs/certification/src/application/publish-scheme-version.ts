import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import type { CivilDate } from '@jssu/kernel';
import { Clock, UnitOfWork } from '@jssu/platform';
import { schemeErrors } from '../domain/scheme-errors.js';
import { SchemeStore } from '../persistence/scheme.store.js';

/** From then on the version never changes: past decisions are judged by it for ever. */
@Injectable()
export class PublishSchemeVersion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: SchemeStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param effectiveFrom first day on which decisions follow it */
  async execute(schemeId: string, versionId: string, effectiveFrom: CivilDate): Promise<void> {
    await this.uow.run(async () => {
      const { number, state } = await this.store.lockVersion(schemeId, versionId);
      if (state !== 'draft') throw schemeErrors['not-a-draft']({ number, state });
      await this.uow.query(
        `UPDATE scheme_version SET state = 'published', effective_from = $2, published_at = $3, version = version + 1 WHERE id = $1`,
        [versionId, effectiveFrom, this.clock.now()],
      );
      await this.audit.record({
        action: 'certification.scheme-version-published',
        entity: 'scheme',
        entityId: schemeId,
        after: { versionId, number, effectiveFrom },
      });
    });
  }
}
