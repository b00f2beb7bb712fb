import { Injectable } from '@nestjs/common';
import type { UnitTree } from '@jssu/identity';
import type { LocalizedText, Party, Zone } from '@jssu/kernel';
import {
  decodeCursor,
  keysetPage,
  scopeSql,
  UnitOfWork,
  type Page,
  type Scope,
  type SingleParty,
} from '@jssu/platform';

export interface UnitRow {
  id: string;
  code: string;
  name: LocalizedText;
  party: Party;
  parentId: string | null;
  /** The zone in which the unit's days begin and end. */
  zone: Zone;
}

export interface SiteRow {
  id: string;
  code: string;
  name: LocalizedText;
  district: string;
}

export interface PostRow {
  id: string;
  code: string;
  title: LocalizedText;
  siteId: string;
  unitId: string;
  requiredStrength: number;
}

@Injectable()
export class OrganisationReader implements UnitTree {
  constructor(private readonly uow: UnitOfWork) {}

  async subtree(unitId: string): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>('SELECT id FROM unit_and_below($1)', [unitId]);
    return rows.map((row) => row.id);
  }

  async subtreeOfParty(unitId: string | null, party: SingleParty): Promise<{ all: string[]; ofParty: string[] }> {
    const rows = await this.uow.query<{ id: string; mine: boolean }>(
      `SELECT u.id, u.party IN ($2, 'joint') AS mine FROM unit u
       WHERE $1::uuid IS NULL OR u.id IN (SELECT b.id FROM unit_and_below($1) b)`,
      [unitId, party],
    );
    return { all: rows.map(({ id }) => id), ofParty: rows.filter(({ mine }) => mine).map(({ id }) => id) };
  }

  unitByCode(code: string): Promise<UnitRow | undefined> {
    return this.one<UnitRow>(`SELECT id, code, name, party, parent_id AS "parentId", zone FROM unit WHERE code = $1`, [
      code,
    ]);
  }

  units(scope: Scope, limit: number, cursor?: string): Promise<Page<UnitRow>> {
    return this.page<UnitRow>(
      `SELECT t.id, t.code, t.name, t.party, t.parent_id AS "parentId", t.zone FROM unit t`,
      scope,
      't.id',
      limit,
      cursor,
    );
  }

  /** Sites that have a post of a unit in scope: who guards what is need-to-know. */
  sites(scope: Scope, limit: number, cursor?: string): Promise<Page<SiteRow>> {
    const params: unknown[] = [];
    const inside = scopeSql(scope, { unit: 'p.unit_id' }, params);
    const where = scope.kind === 'all' ? 'TRUE' : `EXISTS (SELECT FROM post p WHERE p.site_id = t.id AND ${inside})`;
    return this.pageWhere<SiteRow>(`SELECT t.id, t.code, t.name, t.district FROM site t`, where, params, limit, cursor);
  }

  posts(scope: Scope, limit: number, cursor?: string): Promise<Page<PostRow>> {
    const select = `SELECT t.id, t.code, t.title, t.site_id AS "siteId", t.unit_id AS "unitId", t.required_strength AS "requiredStrength" FROM post t`;
    return this.page<PostRow>(select, scope, 't.unit_id', limit, cursor);
  }

  private page<T extends { code: string }>(
    select: string,
    scope: Scope,
    unit: string,
    limit: number,
    cursor?: string,
  ): Promise<Page<T>> {
    const params: unknown[] = [];
    return this.pageWhere<T>(select, scopeSql(scope, { unit }, params), params, limit, cursor);
  }

  private async pageWhere<T extends { code: string }>(
    select: string,
    where: string,
    params: unknown[],
    limit: number,
    cursor?: string,
  ): Promise<Page<T>> {
    const key = decodeCursor(cursor, 1);
    const after = key ? `AND t.code > $${params.push(key[0])}` : '';
    const rows = await this.uow.query<T>(
      `${select} WHERE ${where} ${after} ORDER BY t.code LIMIT ${limit + 1}`,
      params,
    );
    return keysetPage(rows, limit, (row) => [row.code]);
  }

  private async one<T>(sql: string, params: unknown[]): Promise<T | undefined> {
    return (await this.uow.query<T>(sql, params))[0];
  }
}
