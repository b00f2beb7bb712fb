import { PERSON_NAMES, type PersonNames } from '../names/person-names.js';
import { Injectable } from '@nestjs/common';
import {
  Clock,
  decodeCursor,
  keysetPage,
  platformErrors,
  scopeSql,
  UnitOfWork,
  type Page,
  type Scope,
} from '@jssu/platform';
import { maskNationalId } from '../domain/national-id.js';
import { matchesSearch } from './search.sql.js';

export interface PersonRow extends PersonNames {
  id: string;
  serviceNumber: string;
  rank: string;
  unitId: string;
  unitCode: string;
  party: string;
  status: string;
  version: number;
}

export interface PersonDetail extends PersonRow {
  dateOfBirth: string | null;
  joinedOn: string | null;
  force: string | null;
  sex: string | null;
  phone: string | null;
  email: string | null;
  nationalId: string | null;
  postings: {
    id: string;
    unitId: string;
    siteId: string | null;
    postId: string | null;
    startsOn: string;
    endsOn: string | null;
  }[];
}

export interface PeopleFilter {
  readonly unitId?: string;
  /** Posted today at the site, to the post. */
  readonly siteId?: string;
  readonly postId?: string;
  readonly status?: string;
  /** Part of a name in any script, or of a service number. */
  readonly search?: string;
}

const COLUMNS = `p.id, p.service_number AS "serviceNumber", ${PERSON_NAMES},
  p.rank, p.unit_id AS "unitId", u.code AS "unitCode", p.party, p.status, p.version`;

@Injectable()
export class PeopleView {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(scope: Scope, filter: PeopleFilter, limit: number, cursor?: string): Promise<Page<PersonRow>> {
    const params: unknown[] = [];
    const where = [scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)];
    if (filter.unitId) where.push(`p.unit_id = $${params.push(filter.unitId)}`);
    if (filter.siteId || filter.postId) {
      const posted = [`daterange(g.starts_on, g.ends_on, '[]') @> $${params.push(this.clock.today())}::date`];
      if (filter.siteId) posted.push(`g.site_id = $${params.push(filter.siteId)}`);
      if (filter.postId) posted.push(`g.post_id = $${params.push(filter.postId)}`);
      where.push(`p.id IN (SELECT g.person_id FROM posting g WHERE ${posted.join(' AND ')})`);
    }
    if (filter.status) where.push(`p.status = $${params.push(filter.status)}`);
    if (filter.search) where.push(matchesSearch(filter.search, params));
    const key = decodeCursor(cursor, 2);
    if (key) where.push(`(p.name_en, p.id) > ($${params.push(key[0])}, $${params.push(key[1])}::uuid)`);
    const rows = await this.uow.query<PersonRow>(
      `SELECT ${COLUMNS} FROM person p JOIN unit u ON u.id = p.unit_id
       WHERE ${where.join(' AND ')} ORDER BY p.name_en, p.id LIMIT $${params.push(limit + 1)}`,
      params,
      { prepared: !filter.search },
    );
    return keysetPage(rows, limit, (row) => [row.nameEn, row.id]);
  }

  /** @throws `platform.not-found` for a person who is not there or outside the scope: the two look the same */
  async one(scope: Scope, id: string): Promise<PersonDetail> {
    const params: unknown[] = [id];
    const [row] = await this.uow.query<PersonDetail & { tail: string | null }>(
      `SELECT ${COLUMNS}, p.date_of_birth::text AS "dateOfBirth", p.joined_on::text AS "joinedOn", p.force, p.sex, p.phone, p.email, p.national_id_tail AS tail,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'unitId', g.unit_id, 'siteId', g.site_id, 'postId', g.post_id,
                                          'startsOn', g.starts_on, 'endsOn', g.ends_on) ORDER BY g.starts_on DESC), '[]')
               FROM posting g WHERE g.person_id = p.id) AS postings
       FROM person p JOIN unit u ON u.id = p.unit_id
       WHERE p.id = $1 AND ${scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)}`,
      params,
    );
    if (!row) throw platformErrors['not-found']({ what: 'person' });
    const { tail, ...person } = row;
    return { ...person, nationalId: maskNationalId(tail) };
  }
}
