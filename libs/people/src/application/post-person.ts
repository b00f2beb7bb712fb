import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { addDays, uuidv7, type CivilDate } from '@jssu/kernel';
import { mayPlace, pgConstraint, platformErrors, scopeSql, UnitOfWork, type Scope } from '@jssu/platform';
import { peopleErrors } from '../domain/people-errors.js';

export interface NewPosting {
  readonly unitId: string;
  readonly siteId?: string | null;
  readonly postId?: string | null;
  readonly startsOn: CivilDate;
}

/** Posts a person: the open posting ends the day before, and the person belongs to the new unit from now on. */
@Injectable()
export class PostPerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  async execute(scope: Scope, personId: string, posting: NewPosting): Promise<string> {
    const id = uuidv7();
    try {
      await this.uow.run(async () => {
        const params: unknown[] = [personId];
        const [person] = await this.uow.query<{ unit_id: string; party: 'pk' | 'cn' }>(
          `SELECT p.unit_id, p.party FROM person p WHERE p.id = $1 AND ${scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)} FOR UPDATE`,
          params,
        );
        if (!person) throw platformErrors['not-found']({ what: 'person' });
        if (!mayPlace(scope, posting.unitId, person.party)) throw platformErrors['not-found']({ what: 'unit' });
        await this.uow.query(
          `UPDATE posting SET ends_on = $2 WHERE person_id = $1 AND ends_on IS NULL AND starts_on <= $2`,
          [personId, addDays(posting.startsOn, -1)],
        );
        await this.uow.query(
          `INSERT INTO posting (id, person_id, unit_id, site_id, post_id, starts_on) VALUES ($1, $2, $3, $4, $5, $6)`,
          [id, personId, posting.unitId, posting.siteId ?? null, posting.postId ?? null, posting.startsOn],
        );
        await this.uow.query(`UPDATE person SET unit_id = $2, version = version + 1 WHERE id = $1 AND unit_id <> $2`, [
          personId,
          posting.unitId,
        ]);
        await this.audit.record({
          action: 'people.person-posted',
          entity: 'posting',
          entityId: id,
          personId,
          unitId: posting.unitId,
          before: { unitId: person.unit_id },
          after: posting,
        });
      });
    } catch (error) {
      if (pgConstraint(error)?.constraint === 'posting_one_at_a_time') throw peopleErrors['posting-overlaps']();
      throw error;
    }
    return id;
  }
}
