import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type CivilDate } from '@jssu/kernel';
import { PeopleView } from '@jssu/people';
import { Clock, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { certificationErrors } from '../domain/errors.js';
import type { EvidenceKind } from '../domain/requirement.js';

export interface NewEvidence {
  readonly personId: string;
  readonly kind: EvidenceKind;
  readonly subject: string | null;
  readonly achievedOn: CivilDate;
  /** Last day on which it counts, inclusive. */
  readonly validUntil: CivilDate | null;
  readonly reason: string;
}

/** Evidence from outside the product's own courses. Nobody records his own. */
@Injectable()
export class RecordEvidence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly people: PeopleView,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, scope: Scope, evidence: NewEvidence): Promise<string> {
    if (actor.personId === evidence.personId) throw certificationErrors['actor-is-subject']();
    const { unitId } = await this.people.one(scope, evidence.personId);
    const id = uuidv7();
    await this.uow.run(async () => {
      await this.uow.query(
        `INSERT INTO evidence (id, person_id, kind, subject, achieved_on, valid_until, reason, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          evidence.personId,
          evidence.kind,
          evidence.subject,
          evidence.achievedOn,
          evidence.validUntil,
          evidence.reason,
          actor.accountId,
          this.clock.now(),
        ],
      );
      await this.audit.record({
        action: 'certification.evidence-recorded',
        entity: 'evidence',
        entityId: id,
        personId: evidence.personId,
        unitId,
        after: evidence,
        reason: evidence.reason,
      });
    });
    return id;
  }
}
