import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import type { AppError } from '@jssu/kernel';
import { EVERYTHING, platformErrors, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { OfferingStore } from '@jssu/scheduling';
import { decideEndorsement } from '../domain/decide-enrolment.js';
import { EnrolmentStore, type LocatedEnrolment } from '../persistence/enrolment.store.js';
import { NOBODY } from '../persistence/reach.js';
import type { SeatOutcome } from '../persistence/seat.store.js';
import { AllocateSeats } from './allocate-seats.js';
import { Candidates } from './candidates.js';
import { Turns } from './turns.js';

/** Where the person is now, or every reason why the nomination is not endorsed. */
export type EndorsementAnswer =
  | Pick<SeatOutcome, 'id' | 'state' | 'seatNumber' | 'waitingReason'>
  | { readonly id: string; readonly refusals: readonly AppError[] };

/** The unit stands behind its nominations: each gets a seat at once, or a place on the waiting list by merit. */
@Injectable()
export class EndorseNominations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly store: EnrolmentStore,
    private readonly candidates: Candidates,
    private readonly allocation: AllocateSeats,
    private readonly turns: Turns,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param scope whose people may be endorsed
   * @returns an answer for each id, in the order given
   */
  async execute(actor: Actor, scope: Scope, ids: readonly string[]): Promise<EndorsementAnswer[]> {
    const located = await this.store.locate({ people: scope, offerings: NOBODY }, ids);
    // One order of offerings for all, so that two lists never wait for each other.
    const offeringIds = [...new Set(located.map(({ offeringId }) => offeringId))].sort();
    const endorse = () =>
      this.uow.run(async () => {
        const answers = new Map<string, EndorsementAnswer>();
        for (const offeringId of offeringIds) {
          const here = located.filter((row) => row.offeringId === offeringId);
          for (const answer of await this.inOffering(actor, offeringId, here)) answers.set(answer.id, answer);
        }
        const absent = (id: string) => ({ id, refusals: [platformErrors['not-found']({ what: 'enrolment' })] });
        return ids.map((id) => answers.get(id) ?? absent(id));
      });
    // Inside a transaction it is too late to queue: its connection is taken.
    return offeringIds.length === 1 && !this.uow.active ? this.turns.take(offeringIds[0], endorse) : endorse();
  }

  private async inOffering(
    actor: Actor,
    offeringId: string,
    located: readonly LocatedEnrolment[],
  ): Promise<EndorsementAnswer[]> {
    const offering = await this.offerings.lock(EVERYTHING, offeringId);
    const people = located.map(({ personId }) => personId);
    const missing = await this.candidates.missing(located[0].prerequisites, people, offering);
    const rows = await this.store.lock(located.map(({ id }) => id));
    const refused: EndorsementAnswer[] = [];
    const endorsed = rows.filter(({ id, state, personId, serves }) => {
      const candidate = { personId, serves, missing: missing(personId) };
      const verdict = decideEndorsement({ state, actorPersonId: actor.personId, offering, candidate });
      if (!verdict.ok) refused.push({ id, refusals: verdict.refusals });
      return verdict.ok;
    });
    const outcomes = await this.allocation.seat(
      offering,
      endorsed.map((row) => ({ ...row, waitingReason: null })),
      actor.personId,
    );
    await this.audit.recordAll(
      outcomes.map(({ id, personId, unitId, state, seatNumber, waitingReason }) => ({
        action: 'enrolment.nomination-endorsed',
        entity: 'enrolment',
        entityId: id,
        personId,
        unitId,
        before: { state: 'nominated' },
        after: { state, seatNumber, waitingReason },
      })),
    );
    return [
      ...refused,
      ...outcomes.map(({ id, state, seatNumber, waitingReason }) => ({ id, state, seatNumber, waitingReason })),
    ];
  }
}
