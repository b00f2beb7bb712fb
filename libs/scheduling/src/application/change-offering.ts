import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { platformErrors, UnitOfWork, type Scope } from '@jssu/platform';
import { isSameProblem } from '../domain/feasibility-problems.js';
import { localRange, rangeOfDays } from '../domain/local-time.js';
import { CHANGEABLE, RELIED_ON } from '../domain/offering-steps.js';
import { termsProblems } from '../domain/offering-terms.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import { OfferingStore, type OfferingChange, type OfferingRecord } from '../persistence/offering.store.js';
import { SessionStore } from '../persistence/session.store.js';
import { UnitReader } from '../persistence/unit.reader.js';
import { CheckFeasibility } from './check-feasibility.js';

/** Changes dates, seats, language or who may be nominated, until the offering begins. */
@Injectable()
export class ChangeOffering {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: OfferingStore,
    private readonly sessions: SessionStore,
    private readonly units: UnitReader,
    private readonly checkFeasibility: CheckFeasibility,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the new version
   * @throws `platform.version-conflict`, `scheduling.frozen`, `scheduling.bad-offering`, `scheduling.seats-held`,
   * `scheduling.sessions-outside-dates`; `scheduling.not-feasible` for one that is published
   */
  async execute(scope: Scope, id: string, version: number, input: Partial<OfferingChange>): Promise<number> {
    return this.uow.run(async () => {
      const before = await this.store.lock(scope, id);
      if (before.version !== version) throw platformErrors['version-conflict']({}, { currentVersion: before.version });
      if (!CHANGEABLE.includes(before.state)) throw schedulingErrors.frozen({ state: before.state });
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
      const after: OfferingRecord = { ...before, ...(given as Partial<OfferingChange>) };
      const problems = termsProblems(after);
      if (problems.length > 0) throw schedulingErrors['bad-offering']({}, { problems });
      if (after.openToUnitId !== before.openToUnitId)
        await this.units.assertMayOpenTo(scope, before.unitId, after.openToUnitId);
      const held = await this.store.seatsHeld(id);
      if (after.seatsMax < held) throw schedulingErrors['seats-held']({ held, seats: after.seatsMax });
      await this.refuseSessionsOutside(after);
      if (RELIED_ON.includes(before.state)) await this.refuseNewObstacles(before, after);
      const newVersion = await this.store.change(id, after);
      await this.audit.record({
        action: 'scheduling.offering-changed',
        entity: 'offering',
        entityId: id,
        unitId: before.unitId,
        before: pick(before, Object.keys(given)),
        after: given,
      });
      return newVersion;
    });
  }

  /** What stood in the way before, such as an instructor who fell ill, does not forbid other changes. */
  private async refuseNewObstacles(before: OfferingRecord, after: OfferingRecord): Promise<void> {
    const known = await this.checkFeasibility.execute(before);
    const problems = (await this.checkFeasibility.execute(after)).filter(
      (problem) => !known.some((one) => isSameProblem(one, problem)),
    );
    if (problems.length > 0) throw schedulingErrors['not-feasible']({ count: problems.length }, { problems });
  }

  private async refuseSessionsOutside({ id, startsOn, endsOn, zone }: OfferingRecord): Promise<void> {
    const days = rangeOfDays(startsOn, endsOn, zone);
    const outside = (await this.sessions.live(id)).filter(
      ({ booked, during }) => booked && (during.start < days.start || during.end > days.end),
    );
    if (outside.length === 0) return;
    throw schedulingErrors['sessions-outside-dates'](
      { count: outside.length, startsOn, endsOn },
      {
        sessions: outside.map((session) => ({
          id: session.id,
          number: session.number,
          ...localRange(session.during, zone),
        })),
      },
    );
  }
}

function pick(record: OfferingRecord, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}
