import { Injectable } from '@nestjs/common';
import type { Holding, Holdings } from '@jssu/enrolment';
import type { CivilDate } from '@jssu/kernel';
import { Clock, UnitOfWork } from '@jssu/platform';
import { statusAt } from '../domain/certification-status.js';
import { CertificationStore } from '../persistence/certification.store.js';

/** Standings in which a certification is held; in grace it is not: it can no longer be built upon. */
const HELD = ['current', 'renewal_due'];

/** Courses passed and certifications held, for the prerequisites of enrolments. */
@Injectable()
export class CertificationHoldings implements Holdings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CertificationStore,
    private readonly clock: Clock,
  ) {}

  async of(personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Holding[]>> {
    const holdings = new Map<string, Holding[]>(personIds.map((id) => [id, []]));
    const courses = await this.uow.query<Holding & { personId: string }>(
      `SELECT person_id AS "personId", 'course:' || subject AS key, achieved_on::text AS "validFrom", valid_until::text AS "validUntil"
       FROM evidence WHERE kind = 'course-result' AND subject IS NOT NULL AND person_id = ANY($1::uuid[])`,
      [personIds],
    );
    for (const { personId, ...holding } of courses) holdings.get(personId)?.push(holding);
    const certifications = await this.uow.query<{ id: string; personId: string; schemeId: string; code: string }>(
      `SELECT c.id, c.person_id AS "personId", c.scheme_id AS "schemeId", s.code
       FROM certification c JOIN scheme s ON s.id = c.scheme_id WHERE c.person_id = ANY($1::uuid[])`,
      [personIds],
    );
    const [today, now] = [this.clock.today(), this.clock.now()];
    for (const { id, personId, schemeId, code } of certifications) {
      const [events, rules] = [await this.store.events(id), await this.store.rules(schemeId)];
      const { standing, expiresOn } = statusAt(events, (version) => rules.get(version), today, now);
      if (!HELD.includes(standing)) continue;
      const validFrom = events.reduce<CivilDate>(
        (first, event) => ('effectiveOn' in event && event.effectiveOn < first ? event.effectiveOn : first),
        today,
      );
      holdings.get(personId)?.push({ key: `scheme:${code}`, validFrom, validUntil: expiresOn });
    }
    return holdings;
  }
}
