import { Injectable } from '@nestjs/common';
import type { Holding, Holdings } from '@jssu/enrolment';
import { Clock, UnitOfWork } from '@jssu/platform';
import { evidenceCounts } from '../persistence/event-json.js';

/** Courses passed and certifications held, for the prerequisites of enrolments. */
@Injectable()
export class CertificationHoldings implements Holdings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** In grace nothing is held: it can no longer be built upon. */
  async of(personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Holding[]>> {
    const holdings = new Map<string, Holding[]>(personIds.map((id) => [id, []]));
    const rows = await this.uow.query<Holding & { personId: string }>(
      `SELECT x.person_id AS "personId", 'course:' || x.subject AS key, x.achieved_on::text AS "validFrom", x.valid_until::text AS "validUntil"
       FROM evidence x
       WHERE x.kind = 'course-result' AND x.subject IS NOT NULL AND x.person_id = ANY($1::uuid[]) AND ${evidenceCounts('x')}
       UNION ALL
       SELECT c.person_id, 'scheme:' || s.code,
              (SELECT min(f.from_on)::text FROM certification_standing f WHERE f.certification_id = c.id), k.expires_on::text
       FROM certification c JOIN scheme s ON s.id = c.scheme_id JOIN certification_standing k ON k.certification_id = c.id
       WHERE c.person_id = ANY($1::uuid[]) AND k.kind = 'held' AND k.from_on <= $2 AND (k.until_on IS NULL OR k.until_on >= $2)
         AND (k.expires_on IS NULL OR k.expires_on >= $2)`,
      [personIds, this.clock.today()],
    );
    for (const { personId, ...holding } of rows) holdings.get(personId)?.push(holding);
    return holdings;
  }
}
