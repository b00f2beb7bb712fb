import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { platformErrors, scopeSql, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { peopleErrors } from '../domain/people-errors.js';

export interface PersonChange {
  readonly nameEn?: string;
  readonly nameUr?: string | null;
  readonly nameZh?: string | null;
  readonly rank?: string;
  readonly force?: string | null;
  readonly sex?: 'male' | 'female' | null;
  /** E.164. */
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly status?: 'active' | 'left';
}

const COLUMNS: Readonly<Record<keyof PersonChange, string>> = {
  nameEn: 'name_en',
  nameUr: 'name_ur',
  nameZh: 'name_zh',
  rank: 'rank',
  force: 'force',
  sex: 'sex',
  phone: 'phone',
  email: 'email',
  status: 'status',
};

@Injectable()
export class ChangePerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * What the change leaves out stays; null empties.
   * @returns the new version
   * @throws `platform.version-conflict` when somebody changed the person meanwhile, `people.actor-is-subject`
   */
  async execute(actor: Actor, scope: Scope, id: string, version: number, change: PersonChange): Promise<number> {
    if (actor.personId === id) throw peopleErrors['actor-is-subject']();
    return this.uow.run(async () => {
      const params: unknown[] = [id];
      const [before] = await this.uow.query<Record<string, unknown> & { version: number; unit_id: string }>(
        `SELECT p.* FROM person p WHERE p.id = $1 AND ${scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)} FOR UPDATE`,
        params,
      );
      if (!before) throw platformErrors['not-found']({ what: 'person' });
      if (before.version !== version) throw platformErrors['version-conflict']({}, { currentVersion: before.version });
      const keys = (Object.keys(COLUMNS) as (keyof PersonChange)[]).filter((key) => change[key] !== undefined);
      const assignments = keys.map((key, i) => `${COLUMNS[key]} = $${i + 2}`);
      await this.uow.query(`UPDATE person SET ${[...assignments, 'version = version + 1'].join(', ')} WHERE id = $1`, [
        id,
        ...keys.map((key) => change[key]),
      ]);
      await this.audit.record({
        action: 'people.person-changed',
        entity: 'person',
        entityId: id,
        personId: id,
        unitId: before.unit_id,
        before: Object.fromEntries(keys.map((key) => [key, before[COLUMNS[key]]])),
        after: change,
      });
      return version + 1;
    });
  }
}
