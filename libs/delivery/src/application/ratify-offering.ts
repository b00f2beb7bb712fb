import { Injectable } from '@nestjs/common';
import { type CivilDate, refuseAll } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { MoveOffering, OfferingStore } from '@jssu/scheduling';
import type { Outcome } from '../domain/judge.js';
import { isOwnTraining, notInDelivery } from '../domain/may-record.js';
import { registerErrors } from '../domain/register-errors.js';
import { resultErrors } from '../domain/result-errors.js';
import { ReviewRatification } from './review-ratification.js';
import { WriteRatifiedResults } from './write-ratified-results.js';

/**
 * Makes the results of an offering count and locks its records: everyone who attended gets a course result and has
 * completed, in one transaction with the event that others act on. A number of statements that does not grow with the people.
 */
@Injectable()
export class RatifyOffering {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly review: ReviewRatification,
    private readonly results: WriteRatifiedResults,
    private readonly move: MoveOffering,
    private readonly clock: Clock,
  ) {}

  /**
   * @param withoutResults accepts that some are judged incomplete for want of an assessment
   * @throws `delivery.not-ready` with every obstacle
   */
  async execute(
    actor: Actor,
    scope: Scope,
    offeringId: string,
    { withoutResults = false }: { readonly withoutResults?: boolean } = {},
  ): Promise<Record<Outcome, number>> {
    return this.uow.run(async () => {
      const offering = await this.offerings.lock(scope, offeringId);
      const { trainees, obstacles, completedOn } = await this.review.execute(offering);
      const standing = obstacles.filter(({ code }) => !withoutResults || code !== 'results-missing');
      refuseAll([
        notInDelivery(offering, this.clock.today(offering.zone)),
        !actor.personId && registerErrors['actor-without-person'](),
        isOwnTraining(actor.personId, trainees),
        (standing.length > 0 || !completedOn) &&
          resultErrors['not-ready']({ count: standing.length }, { obstacles: standing }),
      ]);
      if (offering.state === 'in_progress') await this.move.execute(offering, 'delivered');
      const delivered = { ...offering, state: 'delivered' as const };
      const attending = trainees.filter(({ state }) => state === 'attending');
      const counts = await this.results.execute(actor, delivered, attending, completedOn as CivilDate);
      await this.move.execute(delivered, 'ratified');
      return counts;
    });
  }
}
