import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@jssu/platform';
import { isGrant } from '../domain/certification-event.js';
import { statusAt } from '../domain/certification-status.js';
import { decisionsInPlace } from '../domain/decisions-in-place.js';
import { CertificationStore } from '../persistence/certification.store.js';
import { SchemeRules } from '../persistence/scheme-rules.js';

export interface RestingDecision {
  readonly certificationId: string;
  readonly schemeId: string;
  /** The last decision that rests on the evidence, in force or waiting for a signature. */
  readonly eventId: string;
}

/** The certifications that have not ended and rest on a piece of evidence. */
@Injectable()
export class FindRestingDecisions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly certifications: CertificationStore,
    private readonly schemeRules: SchemeRules,
    private readonly clock: Clock,
  ) {}

  async execute(evidenceCause: string): Promise<RestingDecision[]> {
    const candidates = await this.uow.query<{ id: string; schemeId: string; evidenceId: string }>(
      `SELECT c.id, c.scheme_id AS "schemeId", x.id AS "evidenceId"
       FROM evidence x JOIN certification c ON c.person_id = x.person_id WHERE x.cause = $1 ORDER BY c.id`,
      [evidenceCause],
    );
    const histories = await this.certifications.histories(candidates.map(({ id }) => id));
    const [today, now] = [this.clock.today(), this.clock.now()];
    const found: RestingDecision[] = [];
    for (const { id, schemeId, evidenceId } of candidates) {
      const events = histories.get(id) ?? [];
      const rulesOf = await this.schemeRules.of(events);
      const { standing } = statusAt(events, rulesOf, today, now);
      if (standing === 'revoked' || standing === 'surrendered') continue;
      const last = decisionsInPlace(events, rulesOf, now).decisions.findLast(
        ({ decision }) => isGrant(decision) && decision.evidenceIds.includes(evidenceId),
      );
      if (last) found.push({ certificationId: id, schemeId, eventId: last.sourceId });
    }
    return found;
  }
}
