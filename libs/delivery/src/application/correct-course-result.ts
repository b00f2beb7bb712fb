import { Injectable } from '@nestjs/common';
import { refuseAll } from '@jssu/kernel';
import { platformErrors, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { OfferingStore } from '@jssu/scheduling';
import type { Outcome } from '../domain/judge.js';
import { isOwnTraining } from '../domain/may-record.js';
import { registerErrors } from '../domain/register-errors.js';
import { resultErrors } from '../domain/result-errors.js';
import { CourseResultStore } from '../persistence/course-result.store.js';
import { RecomputeResults } from './recompute-results.js';

/** Supersedes a ratified result: by the rules from the record as it stands now, or with an outcome set by decision. */
@Injectable()
export class CorrectCourseResult {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly results: CourseResultStore,
    private readonly recompute: RecomputeResults,
  ) {}

  /**
   * @param outcome by the rules when left out
   * @throws `delivery.superseded`, `delivery.nothing-changes`; `delivery.actor-is-trainee` for one's own result
   */
  async execute(
    actor: Actor,
    scope: Scope,
    courseResultId: string,
    { reason, outcome }: { readonly reason: string; readonly outcome?: Outcome },
  ): Promise<{ id: string; outcome: Outcome }> {
    return this.uow.run(async () => {
      const place = await this.results.place(courseResultId);
      if (!place) throw platformErrors['not-found']({ what: 'course result' });
      const offering = await this.offerings.lock(scope, place.offeringId);
      const [standing] = await this.results.current([place.enrolmentId]);
      refuseAll([isOwnTraining(actor.personId, [standing])]);
      if (standing.id !== courseResultId) throw resultErrors.superseded({}, { currentId: standing.id });
      const people = [place.enrolmentId];
      const [result] = await this.recompute.execute(actor, offering, people, reason, outcome ?? 'by-the-rules');
      if (!result) throw registerErrors['nothing-changes']();
      return { id: result.id, outcome: result.outcome };
    });
  }
}
