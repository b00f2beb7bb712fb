import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { accepted } from '@jssu/kernel';
import { platformErrors, UnitOfWork, type Actor } from '@jssu/platform';
import type { OfferingRecord } from '@jssu/scheduling';
import { decideSubstitution, type Substitution } from '../domain/decide-enrolment.js';
import type { EnrolmentState } from '../domain/enrolment-state.js';
import { enrolmentErrors } from '../domain/errors.js';
import { EnrolmentStore, type EnrolmentRecord } from '../persistence/enrolment.store.js';
import type { EnrolmentReach } from '../persistence/reach.js';
import { SeatStore } from '../persistence/seat.store.js';
import { AllocateSeats } from './allocate-seats.js';
import { Candidates } from './candidates.js';

export interface SubstituteRequest {
  readonly personId: string;
  readonly reason: string | null;
}

export interface Substituted {
  /** The enrolment of the substitute. */
  readonly id: string;
  readonly state: EnrolmentState;
  readonly seatNumber: number | null;
}

/** Another person of the same unit takes the place: the seat itself, or a place of his own merit among those who wait. */
@Injectable()
export class SubstitutePerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: EnrolmentStore,
    private readonly seats: SeatStore,
    private readonly candidates: Candidates,
    private readonly allocation: AllocateSeats,
    private readonly audit: AuditTrail,
  ) {}

  async execute(actor: Actor, reach: EnrolmentReach, id: string, request: SubstituteRequest): Promise<Substituted> {
    return this.uow.run(async () => {
      const { offering, enrolment: outgoing } = await this.store.lockOne(reach, id);
      const whom = { scope: reach.people, orOfUnit: outgoing.unitId };
      const incoming = (await this.candidates.of(offering, [request.personId], whom)).get(request.personId);
      if (!incoming) throw platformErrors['not-found']({ what: 'person' });
      const { state } = outgoing;
      const actorPersonId = actor.personId;
      const draft = accepted(decideSubstitution({ state, outgoing, incoming, actorPersonId, offering }));
      await this.store.end(id, { state: draft.outgoing, reason: request.reason });
      const substitute = await this.place(actor, offering, outgoing, request.personId, draft.incoming);
      await this.audit.recordAll([
        {
          action: 'enrolment.person-substituted',
          entity: 'enrolment',
          entityId: id,
          personId: outgoing.personId,
          unitId: outgoing.unitId,
          before: { state, seatNumber: outgoing.seatNumber },
          after: { state: draft.outgoing, substitute: substitute.id },
          reason: request.reason,
        },
        {
          action: 'enrolment.substitute-placed',
          entity: 'enrolment',
          entityId: substitute.id,
          personId: request.personId,
          unitId: outgoing.unitId,
          after: { offeringId: offering.id, substituteFor: id, ...substitute },
          reason: request.reason,
        },
      ]);
      return substitute;
    });
  }

  private async place(
    actor: Actor,
    offering: OfferingRecord,
    { id: substituteFor, personId: outgoing, unitId, priority, seatNumber }: EnrolmentRecord,
    personId: string,
    state: Substitution['incoming'],
  ): Promise<Substituted> {
    const endorsedBy = state === 'nominated' ? null : actor.personId;
    const place = { offeringId: offering.id, personId, unitId, priority, state, seatNumber, substituteFor, endorsedBy };
    const [id] = await this.store.insert([{ ...place, nominatedBy: actor.accountId }]);
    if (seatNumber !== null) {
      await this.seats.release(offering.id, [outgoing]);
      const clashes = await this.seats.book(offering.id, [personId]);
      if (clashes) throw enrolmentErrors['overlapping-session']({ count: clashes.length }, { clashes });
    }
    if (state !== 'endorsed') return { id, state, seatNumber };
    const [row] = await this.store.lock([id]);
    const [outcome] = await this.allocation.seat(offering, [{ ...row, waitingReason: null }], null);
    return { id, state: outcome.state, seatNumber: outcome.seatNumber };
  }
}
