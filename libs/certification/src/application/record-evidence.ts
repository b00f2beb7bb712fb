import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type CivilDate } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { certificationErrors } from '../domain/errors.js';
import type { EvidenceKind } from '../domain/requirement.js';
import { Subjects } from '../persistence/subjects.js';

export interface NewEvidence {
  readonly personId: string;
  readonly kind: Exclude<EvidenceKind, 'course-result'>;
  /** For a waiver or an equivalence, the key of the requirement that it meets. */
  readonly subject: string | null;
  readonly achievedOn: CivilDate;
  /** Last day on which it counts, inclusive. A waiver has one. */
  readonly validUntil: CivilDate | null;
  readonly reason: string;
}

/** By judgement of somebody, who stands for it with his name. */
const APPROVED: readonly EvidenceKind[] = ['waiver', 'equivalence'];

/** Evidence from outside the product's own courses. Nobody records his own. */
@Injectable()
export class RecordEvidence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** @returns its id */
  async execute(actor: Actor, scope: Scope, evidence: NewEvidence): Promise<string> {
    const { personId, kind, subject, achievedOn, validUntil, reason } = evidence;
    if (actor.personId === personId) throw certificationErrors['actor-is-subject']();
    const approvedBy = APPROVED.includes(kind) ? actor.personId : null;
    if (APPROVED.includes(kind)) {
      if (!approvedBy) throw certificationErrors['actor-without-person']();
      if (!subject || (kind === 'waiver' && !validUntil)) throw certificationErrors['waiver-incomplete']();
    }
    const { unitId } = await this.subjects.one(scope, personId);
    const id = uuidv7();
    await this.uow.run(async () => {
      await this.uow.query(
        `INSERT INTO evidence (id, person_id, kind, subject, achieved_on, valid_until, reason, recorded_by, approved_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, personId, kind, subject, achievedOn, validUntil, reason, actor.accountId, approvedBy, this.clock.now()],
      );
      await this.audit.record({
        action: `certification.${kind === 'waiver' ? 'waiver-granted' : 'evidence-recorded'}`,
        entity: 'evidence',
        entityId: id,
        personId,
        unitId,
        after: { ...evidence, approvedBy },
        reason,
      });
    });
    return id;
  }
}
