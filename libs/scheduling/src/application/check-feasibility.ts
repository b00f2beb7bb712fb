import { Injectable } from '@nestjs/common';
import { CatalogueView, rolesOf } from '@jssu/catalogue';
import { feasibilityProblems } from '../domain/feasibility.js';
import type { FeasibilityProblem } from '../domain/feasibility-problems.js';
import type { OfferingRecord } from '../persistence/offering.store.js';
import { SessionStore } from '../persistence/session.store.js';

/** What stands in the way of carrying an offering out as planned: the gate of its publication, and a warning before. */
@Injectable()
export class CheckFeasibility {
  constructor(
    private readonly sessions: SessionStore,
    private readonly catalogue: CatalogueView,
  ) {}

  async execute(offering: OfferingRecord): Promise<FeasibilityProblem[]> {
    const { courseId, content } = await this.catalogue.courseVersion(offering.courseVersionId);
    const sessions = await this.sessions.live(offering.id);
    const people = new Set(sessions.flatMap(({ instructors }) => instructors.map(({ personId }) => personId)));
    return feasibilityProblems({
      ...offering,
      blocks: content.blocks.map((block) => ({ ...block, roles: rolesOf(block) })),
      sessions,
      authorisations: await this.catalogue.authorisationsFor(courseId, [...people]),
    });
  }
}
