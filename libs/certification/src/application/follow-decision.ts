import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@jssu/kernel';
import { certificateDue } from '../domain/certificate-due.js';
import { certificateErrors } from '../domain/certificate-errors.js';
import type { CertificationEvent } from '../domain/certification-event.js';
import { statusAt } from '../domain/certification-status.js';
import { decisionsInPlace } from '../domain/decisions-in-place.js';
import type { RulesLookup } from '../domain/scheme-version.js';
import { standingPeriods } from '../domain/standing-period.js';
import { failureOf } from '../domain/task-failure.js';
import { CertificationStore } from '../persistence/certification.store.js';
import { TaskStore } from '../persistence/task.store.js';
import { EnqueueTasks } from './enqueue-tasks.js';

export interface Taken {
  readonly certificationId: string;
  readonly personId: string;
  readonly schemeId: string;
  /** The event that was written or signed, in the history as it is now. */
  readonly eventId: string;
  readonly history: readonly CertificationEvent[];
  readonly rulesOf: RulesLookup;
  readonly on: CivilDate;
  readonly now: Date;
}

/**
 * What a decision by hand brings with it, in its transaction: the standing for lists, the certificate when the decision
 * came into force, and an end for the tasks that waited on a decision that stands no longer.
 */
@Injectable()
export class FollowDecision {
  constructor(
    private readonly store: CertificationStore,
    private readonly tasks: TaskStore,
    private readonly enqueue: EnqueueTasks,
  ) {}

  async execute(taken: Taken): Promise<void> {
    const { certificationId, personId, schemeId, eventId, history, rulesOf, on, now } = taken;
    await this.store.keepStanding(certificationId, standingPeriods(history, rulesOf, now));
    const { standing } = statusAt(history, rulesOf, on, now);
    const ended = standing === 'revoked' || standing === 'surrendered';
    const { decisions } = decisionsInPlace(history, rulesOf, now);
    const stands = ended ? [] : decisions.map(({ sourceId }) => sourceId);
    await this.tasks.close(taken, stands, failureOf([certificateErrors['decision-withdrawn']()]), now);
    if (certificateDue({ events: history, rulesOf, on, now }, eventId).kind !== 'due') return;
    const woken = await this.tasks.wake(eventId, now);
    const due = woken.length > 0 ? woken : await this.tasks.add(null, [{ personId, schemeId, eventId }], now);
    await this.enqueue.execute(due);
  }
}
