import { Injectable } from '@nestjs/common';
import { RELIED_ON } from '../domain/offering-steps.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import type { OfferingRecord } from '../persistence/offering.store.js';
import { CheckFeasibility } from './check-feasibility.js';

/** While an offering is a plan, a session may be anything; once people rely on it, each change must hold by itself. */
@Injectable()
export class SessionFeasibility {
  constructor(private readonly checkFeasibility: CheckFeasibility) {}

  /** @throws `scheduling.not-feasible` with every problem of the session */
  async assert(offering: OfferingRecord, sessionId: string): Promise<void> {
    if (!RELIED_ON.includes(offering.state)) return;
    const problems = (await this.checkFeasibility.execute(offering)).filter(({ session }) => session?.id === sessionId);
    if (problems.length > 0) throw schedulingErrors['not-feasible']({ count: problems.length }, { problems });
  }
}
