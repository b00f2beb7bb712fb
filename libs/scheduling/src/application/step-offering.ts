import { Injectable } from '@nestjs/common';
import { Outbox, UnitOfWork, type Scope } from '@jssu/platform';
import type { OfferingState } from '../domain/offering-state.js';
import { STEP_RULES, stepsFrom, type OfferingStep } from '../domain/offering-steps.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import { BookingStore } from '../persistence/booking.store.js';
import { OfferingStore, type OfferingRecord } from '../persistence/offering.store.js';
import { SessionStore } from '../persistence/session.store.js';
import { CheckFeasibility } from './check-feasibility.js';
import { MoveOffering } from './move-offering.js';
import { offeringCalledOff } from './scheduling-events.js';

export interface Step {
  readonly step: OfferingStep;
  /** For `postpone`, `cancel` and `abort`. */
  readonly reason?: string | null;
}

/** Takes an offering one step on, when what the step requires is there. */
@Injectable()
export class StepOffering {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: OfferingStore,
    private readonly sessions: SessionStore,
    private readonly bookings: BookingStore,
    private readonly checkFeasibility: CheckFeasibility,
    private readonly moveOffering: MoveOffering,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws `scheduling.wrong-state`, `scheduling.reason-required`; publishing: `scheduling.not-feasible` with every problem;
   * delivering: `scheduling.sessions-open`
   */
  async execute(
    scope: Scope,
    id: string,
    { step, reason = null }: Step,
  ): Promise<{ state: OfferingState; version: number }> {
    const { to, needsReason } = STEP_RULES[step];
    return this.uow.run(async () => {
      const offering = await this.store.lock(scope, id);
      const allowed = stepsFrom(offering.state);
      if (!allowed.includes(step)) throw schedulingErrors['wrong-state']({ from: offering.state, to }, { allowed });
      if (needsReason && !reason) throw schedulingErrors['reason-required']();
      await this.guard(step, offering);
      if (needsReason) await this.giveBack(step, offering.id, reason ?? '');
      await this.moveOffering.execute(offering, to, reason);
      if (step === 'cancel' || step === 'abort') await this.outbox.emit(offeringCalledOff, { offeringId: id });
      return { state: to, version: offering.version + 1 };
    });
  }

  private async guard(step: OfferingStep, offering: OfferingRecord): Promise<void> {
    if (step === 'publish') {
      const problems = await this.checkFeasibility.execute(offering);
      if (problems.length > 0) throw schedulingErrors['not-feasible']({ count: problems.length }, { problems });
    }
    if (step === 'deliver') {
      const sessions = await this.sessions.live(offering.id);
      const open = sessions.filter(({ state }) => state === 'scheduled');
      const held = sessions.length - open.length;
      if (open.length > 0 || held === 0)
        throw schedulingErrors['sessions-open'](
          { count: open.length, held },
          { sessions: open.map(({ id, number, blockCode }) => ({ id, number, blockCode })) },
        );
    }
  }

  /** What is not held gives its resources and trainees their time back. */
  private async giveBack(step: OfferingStep, offeringId: string, reason: string): Promise<void> {
    if (step === 'postpone') await this.sessions.unbookScheduled(offeringId);
    else await this.sessions.cancelScheduled(offeringId, reason);
    await this.bookings.releaseOffering(offeringId);
  }
}
