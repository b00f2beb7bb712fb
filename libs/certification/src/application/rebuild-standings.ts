import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '@jssu/platform';
import { standingPeriods } from '../domain/standing-period.js';
import { CertificationStore } from '../persistence/certification.store.js';
import { SchemeRules } from '../persistence/scheme-rules.js';

const BATCH = 500;

/** Works the stored standings out anew from the events: after a restore or an import of histories. Interrupted, it is run again. */
@Injectable()
export class RebuildStandings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CertificationStore,
    private readonly schemeRules: SchemeRules,
    private readonly clock: Clock,
  ) {}

  /** @returns how many certifications */
  async execute(): Promise<number> {
    let [last, done] = ['00000000-0000-0000-0000-000000000000', 0];
    for (;;) {
      const ids = await this.uow.run(() => this.batchAfter(last));
      if (ids.length === 0) return done;
      done += ids.length;
      last = ids[ids.length - 1];
    }
  }

  private async batchAfter(last: string): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT id FROM certification WHERE id > $1 ORDER BY id LIMIT ${BATCH} FOR NO KEY UPDATE`,
      [last],
    );
    const ids = rows.map(({ id }) => id);
    for (const [id, events] of await this.store.histories(ids)) {
      const periods = standingPeriods(events, await this.schemeRules.of(events), this.clock.now());
      await this.store.keepStanding(id, periods);
    }
    return ids;
  }
}
