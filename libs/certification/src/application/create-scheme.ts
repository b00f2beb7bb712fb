import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type CivilDate, type LocalizedText } from '@jssu/kernel';
import { Clock, platformErrors, UnitOfWork } from '@jssu/platform';
import { certificationErrors } from '../domain/errors.js';
import { validateRules } from '../domain/scheme-version.js';

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
    private readonly audit: AuditTrail,
  ) {}

  async execute({ code, title, rules }: NewScheme): Promise<{ id: string; versionId: string }> {
    const check = validateRules(rules);
    if (!check.ok) throw certificationErrors['bad-rules']({}, { problems: check.problems });
    const [id, versionId] = [uuidv7(), uuidv7()];
    await this.uow.run(async () => {
      await this.uow.query(`INSERT INTO scheme (id, code, title) VALUES ($1, $2, $3)`, [
        id,
        code,
        JSON.stringify(title),
      ]);
      await this.uow.query(`INSERT INTO scheme_version (id, scheme_id, number, rules) VALUES ($1, $2, 1, $3)`, [
        versionId,
        id,
        JSON.stringify(check.rules),
      ]);
      await this.audit.record({
        action: 'certification.scheme-created',
        entity: 'scheme',
        entityId: id,
        after: { code, title, rules: check.rules },
      });
    });
    return { id, versionId };
  }
}

/** From then on the version never changes: past decisions are judged by it for ever. */
@Injectable()
export class PublishSchemeVersion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(schemeId: string, versionId: string, effectiveFrom: CivilDate): Promise<void> {
    await this.uow.run(async () => {
      const published = await this.uow.query<{ id: string }>(
        `UPDATE scheme_version SET state = 'published', effective_from = $3, published_at = $4, version = version + 1
         WHERE id = $2 AND scheme_id = $1 AND state = 'draft' RETURNING id`,
        [schemeId, versionId, effectiveFrom, this.clock.now()],
      );
      if (published.length === 0) throw platformErrors['not-found']({ what: 'draft' });
      await this.audit.record({
        action: 'certification.scheme-version-published',
        entity: 'scheme',
        entityId: schemeId,
        after: { versionId, effectiveFrom },
      });
    });
  }
}
