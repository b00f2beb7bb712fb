import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { accepted } from '@jssu/kernel';
import { EVERYTHING, platformErrors, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { OfferingStore } from '@jssu/scheduling';
import { decideWalkOn } from '../domain/decide-enrolment.js';
import { holdsSeat } from '../domain/enrolment-state.js';
import { enrolmentErrors } from '../domain/errors.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import { SeatStore } from '../persistence/seat.store.js';
import { Candidates, type Candidate } from './candidates.js';

/** The lowest of priorities: nobody put him forward. */
const PRIORITY = 9;

/** Lets in a person who stands at the door on the first day: he takes a free seat and attends. */
@Injectable()
export class AdmitWalkOn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly store: EnrolmentStore,
    private readonly seats: SeatStore,
    private readonly candidates: Candidates,
    private readonly audit: AuditTrail,
  ) {}

  /** @param scope of units whose offerings the actor runs */
  async execute(
    actor: Actor,
    scope: Scope,
    offeringId: string,
    personId: string,
  ): Promise<{ id: string; seatNumber: number }> {
    return this.uow.run(async () => {
      const offering = await this.offerings.lock(scope, offeringId);
      const found = (await this.candidates.of(offering, [personId], { scope: EVERYTHING })).get(personId);
      if (!found) throw platformErrors['not-found']({ what: 'person' });
      // More about a stranger is not for those who run the offering to know.
      if (!found.unitIsOpen) throw enrolmentErrors['unit-not-open']();
      // One who only waits walks on too: his waiting ends with it.
      const waited = found.enrolment && !holdsSeat(found.enrolment.state) ? found.enrolment : null;
      const state = await this.seats.read(offering, [found.unitId]);
      const { unitId } = found;
      const draft = accepted(
        decideWalkOn({
          offering,
          candidate: {
            ...found,
            alreadyEnrolled: found.alreadyEnrolled && !waited,
            unitId: state.quotaUnit(unitId),
          },
          actorPersonId: actor.personId,
          plan: { ...state, claims: [] },
        }),
      );
      if (waited) await this.endWaiting(waited, found);
      const seatNumber = await this.seats.lowestFree(offering);
      if (!seatNumber) throw enrolmentErrors.full({ capacity: offering.seatsMax });
      const place = { offeringId, personId, unitId, priority: PRIORITY, state: draft.state, seatNumber, walkOn: true };
      const [id] = await this.store.insert([{ ...place, nominatedBy: actor.accountId, endorsedBy: actor.personId }]);
      const clashes = await this.seats.book(offeringId, [personId]);
      if (clashes) throw enrolmentErrors['overlapping-session']({ count: clashes.length }, { clashes });
      await this.audit.record({
        action: 'enrolment.walk-on-admitted',
        entity: 'enrolment',
        entityId: id,
        personId,
        unitId,
        after: { offeringId, state: draft.state, seatNumber },
      });
      return { id, seatNumber };
    });
  }

  private async endWaiting({ id, state }: NonNullable<Candidate['enrolment']>, person: Candidate): Promise<void> {
    const reason = 'walked on';
    await this.store.end(id, { state: 'cancelled', reason });
    await this.audit.record({
      action: 'enrolment.enrolment-cancelled',
      entity: 'enrolment',
      entityId: id,
      personId: person.personId,
      unitId: person.unitId,
      before: { state },
      after: { state: 'cancelled' },
      reason,
    });
  }
}
