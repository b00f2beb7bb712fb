import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { EVERYTHING, UnitOfWork } from '@jssu/platform';
import { OfferingStore, TraineeBookings, type OfferingRecord } from '@jssu/scheduling';
import { allocateSeats, seatBalance, type SeatAllocation } from '../domain/allocate-seats.js';
import { seatsArePromoted } from '../domain/decide-enrolment.js';
import {
  SeatStore,
  type Claimant,
  type SeatChange,
  type SeatOutcome,
  type SeatState,
} from '../persistence/seat.store.js';

/** Gives free seats to those who are endorsed, by the rules of `allocateSeats`, and books their time. */
@Injectable()
export class AllocateSeats {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly seats: SeatStore,
    private readonly bookings: TraineeBookings,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Promotes those who wait, as far as seats are free for them; whenever a seat frees, the capacity rises, a quota
   * changes or is released. From the first day on it does nothing: a free seat is then for whoever stands at the door.
   * @returns how many got a seat
   */
  async execute(offeringId: string): Promise<number> {
    return this.uow.run(async () => this.promote(await this.offerings.lock(EVERYTHING, offeringId)));
  }

  /** The same for an offering that the caller has locked. */
  async promote(offering: OfferingRecord): Promise<number> {
    const state = await this.seats.read(offering);
    if (!state.someoneWaits || !seatsArePromoted(offering, state.today)) return 0;
    const waiting = await this.seats.waiting(offering.id);
    return (await this.allocate(offering, state, waiting, null)).filter(({ seatNumber }) => seatNumber !== null).length;
  }

  /**
   * Seats people who are endorsed now, or puts them on the waiting list, in an offering that the caller has locked.
   * @param endorsedBy the person who endorses those who are not endorsed yet
   * @returns where each of them is now; their audit entries are the caller's, those of others who got a seat are written
   */
  async seat(
    offering: OfferingRecord,
    newcomers: readonly Claimant[],
    endorsedBy: string | null,
  ): Promise<SeatOutcome[]> {
    if (newcomers.length === 0) return [];
    const state = await this.seats.read(
      offering,
      newcomers.map(({ unitId }) => unitId),
    );
    // Where no seat is free, nothing changes for those who wait already: they need not be read.
    const othersCompete = state.someoneWaits && seatBalance({ ...state, claims: [] }).free > 0;
    const waiting = othersCompete ? await this.seats.waiting(offering.id) : [];
    const outcomes = await this.allocate(offering, state, [...newcomers, ...waiting], endorsedBy);
    const asked = new Set(newcomers.map(({ id }) => id));
    return outcomes.filter(({ id }) => asked.has(id));
  }

  private async allocate(
    offering: OfferingRecord,
    state: SeatState,
    claimants: readonly Claimant[],
    endorsedBy: string | null,
  ): Promise<SeatOutcome[]> {
    const byId = new Map(claimants.map((claimant) => [claimant.id, claimant]));
    const personsOf = (ids: readonly string[]) =>
      claimants.filter(({ id }) => ids.includes(id)).map(({ personId }) => personId);
    let allocation = await this.withoutClashes(offering.id, state, claimants);
    // Who was booked by another offering between the look and the booking: look again.
    while (await this.seats.book(offering.id, personsOf(allocation.reserve)))
      allocation = await this.withoutClashes(offering.id, state, claimants);
    const outcomes = await this.seats.save(offering, changesOf(offering, allocation, byId), endorsedBy);
    await this.recordPromotions(outcomes.filter(({ id }) => byId.get(id)?.state === 'waitlisted'));
    return outcomes;
  }

  /** Asks for clashes only of those who would get a seat: usually one person, and nobody when none is free. */
  private async withoutClashes(
    offeringId: string,
    state: SeatState,
    claimants: readonly Claimant[],
  ): Promise<SeatAllocation> {
    const clashes = new Map<string, boolean>();
    const decide = (unknown: (claimant: Claimant) => boolean) =>
      allocateSeats({
        ...state,
        claims: claimants.map((claimant) => ({
          ...claimant,
          unitId: state.quotaUnit(claimant.unitId),
          clashes: clashes.get(claimant.id) ?? unknown(claimant),
        })),
      });
    for (;;) {
      const { reserve } = decide(() => false);
      const asked = claimants.filter(({ id }) => reserve.includes(id) && !clashes.has(id));
      if (asked.length === 0) break;
      const found = await this.bookings.clashes(
        offeringId,
        asked.map(({ personId }) => personId),
      );
      const busy = new Set(found.map(({ personId }) => personId));
      for (const { id, personId } of asked) clashes.set(id, busy.has(personId));
    }
    // Nobody whose turn has not come gets a seat: what was known of his clashes stays.
    return decide(({ waitingReason }) => waitingReason === 'clash');
  }

  private recordPromotions(outcomes: readonly SeatOutcome[]): Promise<void> {
    return this.audit.recordAll(
      outcomes
        .filter(({ seatNumber }) => seatNumber !== null)
        .map(({ id, personId, unitId, state, seatNumber }) => ({
          action: 'enrolment.seat-given',
          entity: 'enrolment',
          entityId: id,
          personId,
          unitId,
          before: { state: 'waitlisted' },
          after: { state, seatNumber },
        })),
    );
  }
}

/** What is other than before. In a confirmed offering a seat is confirmed with it. */
function changesOf(
  { state }: OfferingRecord,
  { reserve, waitlist }: SeatAllocation,
  byId: ReadonlyMap<string, Claimant>,
): SeatChange[] {
  const seated = state === 'confirmed' ? 'confirmed' : 'reserved';
  return [
    ...reserve.map((id, index): SeatChange => ({ id, state: seated, turn: index + 1, reason: null })),
    ...waitlist
      .filter(({ id, reason }) => byId.get(id)?.waitingReason !== reason)
      .map(({ id, reason }): SeatChange => ({ id, state: 'waitlisted', turn: null, reason })),
  ];
}
