import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { CompleteEnrolments } from '@jssu/enrolment';
import type { CivilDate } from '@jssu/kernel';
import { Clock, Outbox, type Actor } from '@jssu/platform';
import type { OfferingRecord } from '@jssu/scheduling';
import type { Judgement, Outcome } from '../domain/judge.js';
import { CourseResultStore } from '../persistence/course-result.store.js';
import { offeringRatified } from './delivery-events.js';

interface Judged {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly judgement: Judgement;
}

/** Writes the first results of an offering that is being ratified, completes the enrolments and tells everybody who listens. */
@Injectable()
export class WriteRatifiedResults {
  constructor(
    private readonly results: CourseResultStore,
    private readonly complete: CompleteEnrolments,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns how many have each outcome */
  async execute(
    actor: Actor,
    offering: OfferingRecord,
    trainees: readonly Judged[],
    completedOn: CivilDate,
  ): Promise<Record<Outcome, number>> {
    const drafts = trainees.map(({ enrolmentId, judgement }) => ({
      ...judgement,
      enrolmentId,
      completedOn,
      supersedes: null,
    }));
    const by = { personId: actor.personId, reason: null, now: this.clock.now() };
    const ids = await this.results.write(drafts, by);
    const counts: Record<Outcome, number> = { passed: 0, failed: 0, incomplete: 0 };
    for (const { outcome } of drafts) counts[outcome] += 1;
    await this.audit.recordAll([
      {
        action: 'delivery.offering-ratified',
        entity: 'offering',
        entityId: offering.id,
        unitId: offering.unitId,
        after: { ...counts, completedOn, ratifiedBy: actor.personId },
      },
      ...trainees.map(({ enrolmentId, personId, judgement }, i) => ({
        action: 'delivery.result-ratified',
        entity: 'course-result',
        entityId: ids[i],
        personId,
        unitId: offering.unitId,
        after: { enrolmentId, completedOn, ...judgement },
      })),
    ]);
    await this.complete.execute(
      offering.id,
      trainees.map(({ enrolmentId }) => enrolmentId),
    );
    await this.outbox.emit(offeringRatified, { offeringId: offering.id });
    return counts;
  }
}
