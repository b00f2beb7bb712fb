import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import type { AppError } from '@jssu/kernel';
import { Clock, EVERYTHING, platformErrors, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { OfferingStore, type OfferingRecord } from '@jssu/scheduling';
import { decideNomination } from '../domain/decide-enrolment.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import { VisibleOfferings } from '../persistence/visible-offerings.js';
import { Candidates, type Candidate } from './candidates.js';

export interface Nominations {
  readonly offeringId: string;
  readonly people: readonly {
    readonly personId: string;
    /** 1 (highest) to 9. */
    readonly priority: number;
  }[];
}

/** Either the nomination, or every reason why there is none. */
export type NominationAnswer =
  | { readonly personId: string; readonly id: string; readonly state: 'nominated' }
  | { readonly personId: string; readonly refusals: readonly AppError[] };

/** Puts people forward for an offering. A nomination is not a seat; among equal priorities the order given is the order of merit. */
@Injectable()
export class NominatePeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly visible: VisibleOfferings,
    private readonly offerings: OfferingStore,
    private readonly store: EnrolmentStore,
    private readonly candidates: Candidates,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param scope whose people may be nominated
   * @returns an answer for each person, in the order given
   * @throws `platform.not-found` when the offering is not there or not to be seen
   */
  async execute(actor: Actor, scope: Scope, { offeringId, people }: Nominations): Promise<NominationAnswer[]> {
    return this.uow.run(async () => {
      await this.visible.require(scope, offeringId);
      const offering = await this.offerings.lock(EVERYTHING, offeringId);
      const facts = await this.candidates.of(
        offering,
        people.map(({ personId }) => personId),
        { scope },
      );
      const seen = new Set<string>();
      const answers = people.map(({ personId, priority }) => {
        const candidate = facts.get(personId);
        const again = seen.has(personId);
        seen.add(personId);
        return { personId, priority, ...this.answer(offering, candidate, again) };
      });
      const accepted = answers.filter(({ refusals }) => refusals.length === 0);
      const ids = await this.store.insert(
        accepted.map(({ personId, priority, unitId }) => ({
          offeringId,
          personId,
          unitId,
          priority,
          nominatedBy: actor.accountId,
          state: 'nominated',
        })),
      );
      await this.audit.recordAll(
        accepted.map(({ personId, unitId, priority }, index) => ({
          action: 'enrolment.person-nominated',
          entity: 'enrolment',
          entityId: ids[index],
          personId,
          unitId,
          after: { offeringId, priority, state: 'nominated' },
        })),
      );
      const idOf = new Map(accepted.map(({ personId }, index) => [personId, ids[index]]));
      return answers.map(({ personId, refusals }): NominationAnswer => {
        const id = idOf.get(personId);
        return refusals.length === 0 && id ? { personId, id, state: 'nominated' } : { personId, refusals };
      });
    });
  }

  private answer(
    offering: OfferingRecord,
    candidate: Candidate | undefined,
    again: boolean,
  ): { unitId: string; refusals: readonly AppError[] } {
    if (!candidate) return { unitId: '', refusals: [platformErrors['not-found']({ what: 'person' })] };
    const verdict = decideNomination({
      offering,
      candidate: { ...candidate, alreadyEnrolled: candidate.alreadyEnrolled || again },
      today: this.clock.today(offering.zone),
    });
    return { unitId: candidate.unitId, refusals: verdict.ok ? [] : verdict.refusals };
  }
}
