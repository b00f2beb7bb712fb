import { Injectable } from '@nestjs/common';
import type { TimeRange } from '@jssu/kernel';
import { Clock, platformErrors, type Scope } from '@jssu/platform';
import { refuseConflict, type Resource } from '../domain/clash.js';
import { rangeOfDays } from '../domain/local-time.js';
import { nearestFreeSlot } from '../domain/nearest-free-slot.js';
import { peakQuantity, shortPeriods } from '../domain/pool-usage.js';
import { schedulingErrors } from '../domain/scheduling-errors.js';
import { resourceProblems, type PlanProblem, type SessionPlan } from '../domain/session-plan.js';
import { BookingStore, type BookingDraft } from '../persistence/booking.store.js';
import { ClashReader } from '../persistence/clash.reader.js';
import type { OfferingRecord } from '../persistence/offering.store.js';

interface Pool {
  readonly resource: Resource;
  readonly wanted: number;
  /** Pieces that there are. */
  readonly quantity: number;
}

/** What one session wants, with everything it wants locked until the transaction ends. */
export interface Claim {
  readonly scope: Scope;
  readonly offering: OfferingRecord;
  readonly sessionId: string;
  readonly during: TimeRange;
  readonly exclusive: readonly Resource[];
  readonly pools: readonly Pool[];
  readonly drafts: readonly BookingDraft[];
}

/** How often a booking is tried again when what stood in its way is gone at the second look. */
const ATTEMPTS = 3;

/**
 * The bookings of one session: its instructors, venue, equipment, and every trainee of its offering, all or none.
 * The resources are locked before anybody looks what is free, so that of any number of writers one wins and the others
 * are told by whom; the exclusion constraint stands behind that for whoever comes past the locks.
 */
@Injectable()
export class SessionBookings {
  constructor(
    private readonly store: BookingStore,
    private readonly reader: ClashReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks what the plan names and looks whether it is free. The offering is locked by the caller.
   * @param known problems of the plan, told together with those of its resources
   * @throws `scheduling.bad-session`, `scheduling.clash`, `scheduling.equipment-short`
   */
  async claim(
    scope: Scope,
    { offering, sessionId, courseId }: { offering: OfferingRecord; sessionId: string; courseId: string },
    plan: SessionPlan,
    known: readonly PlanProblem[],
  ): Promise<Claim> {
    const traineeIds = await this.store.traineesOf(offering.id);
    const equipment = await this.store.lockEquipment(plan.equipment.map(({ equipmentId }) => equipmentId));
    const venues = await this.store.lockVenues(plan.venueId ? [plan.venueId] : []);
    const personIds = new Set([...plan.instructors.map(({ personId }) => personId), ...traineeIds]);
    const people = await this.store.lockPeople(scope, [...personIds], courseId);
    const trainees = new Set(traineeIds);
    const problems = [
      ...known,
      ...resourceProblems(plan, {
        bookablePeople: new Set(people.filter(({ bookable }) => bookable).map(({ id }) => id)),
        trainees,
        venues: new Set(venues.map(({ id }) => id)),
        equipment: new Map(equipment.map(({ id, quantity }) => [id, quantity])),
      }),
    ];
    if (problems.length > 0) throw schedulingErrors['bad-session']({}, { problems });

    const wantedOf = new Map(plan.equipment.map(({ equipmentId, quantity }) => [equipmentId, quantity]));
    const items = equipment.map(({ id, code, name, exclusive, quantity }) => {
      const resource: Resource = { kind: 'equipment', id, code, name };
      return { resource, exclusive, quantity, wanted: wantedOf.get(id) ?? 1 };
    });
    const claim: Claim = {
      scope,
      offering,
      sessionId,
      during: { start: plan.start, end: plan.end },
      exclusive: [
        ...items.filter(({ exclusive }) => exclusive).map(({ resource }) => resource),
        ...venues.map(({ id, code, name }): Resource => ({ kind: 'venue', id, code, name })),
        ...people.map(({ id, name }): Resource => {
          return { kind: trainees.has(id) ? 'trainee' : 'instructor', id, code: null, name };
        }),
      ],
      pools: items.filter(({ exclusive }) => !exclusive),
      drafts: [
        ...items.map(({ resource, exclusive, wanted }) =>
          draft('equipment', resource.id, { exclusive, quantity: wanted }),
        ),
        ...venues.map(({ id }) => draft('venue', id)),
        ...plan.instructors.map(({ personId, role }) => draft('instructor', personId, { role })),
        ...traineeIds.map((id) => draft('trainee', id)),
      ],
    };
    await this.refuseConflicts(claim);
    return claim;
  }

  /** Books what was claimed, for a session that is there by now. @throws `scheduling.clash` when it came too late */
  async book(claim: Claim): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (await this.store.insert(claim.sessionId, claim.during, claim.drafts)) return;
      await this.refuseConflicts(claim);
    }
    throw platformErrors['in-use']({ rule: 'booking_no_overlap' });
  }

  private async refuseConflicts(claim: Claim): Promise<void> {
    const { scope, offering, during, exclusive, pools } = claim;
    const claimant = { offeringId: offering.id, sessionId: claim.sessionId };
    const clashes = [
      ...(await this.reader.ownClashes(claimant, during, resourceOf(offering))),
      ...(await this.reader.clashes(scope, claimant, during, exclusive)),
    ];
    const taken = await this.reader.poolBookings(claimant, during, idsOf(pools));
    const shortages = pools.flatMap(({ resource, wanted, quantity }) => {
      const free = quantity - peakQuantity(taken.get(resource.id) ?? [], during);
      return free < wanted ? [{ resource, wanted, free, quantity }] : [];
    });
    if (clashes.length === 0 && shortages.length === 0) return;
    const nearestFree = await this.nearestFree(claim);
    throw refuseConflict({ wanted: during, zone: offering.zone, clashes, shortages, nearestFree });
  }

  private async nearestFree({ offering, sessionId, during, exclusive, pools }: Claim): Promise<TimeRange | undefined> {
    const { startsOn, endsOn, zone } = offering;
    const days = rangeOfDays(startsOn, endsOn, zone);
    const now = this.clock.now();
    // What is past is no proposal, unless the past is being written down.
    const within = during.start < now || now < days.start ? days : { start: now, end: days.end };
    const claimant = { offeringId: offering.id, sessionId };
    const busy = await this.reader.busy(claimant, within, exclusive);
    const taken = await this.reader.poolBookings(claimant, within, idsOf(pools));
    const short = pools.flatMap(({ resource, wanted, quantity }) =>
      shortPeriods(taken.get(resource.id) ?? [], quantity - wanted),
    );
    return nearestFreeSlot({ wanted: during, busy: [...busy, ...short], within, zone });
  }
}

const idsOf = (pools: readonly Pool[]) => pools.map(({ resource }) => resource.id);

function resourceOf({ id, code }: OfferingRecord): Resource {
  return { kind: 'offering', id, code, name: { en: code, ur: code, zh: code } };
}

function draft(kind: BookingDraft['kind'], resourceId: string, more: Partial<BookingDraft> = {}): BookingDraft {
  return { kind, resourceId, role: null, exclusive: true, quantity: 1, ...more };
}
