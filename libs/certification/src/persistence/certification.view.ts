import { Injectable } from '@nestjs/common';
import type { CivilDate, LocalizedText } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import { statusAt, type StatusResult } from '../domain/certification-status.js';
import type { CertificationEvent } from '../domain/certification-event.js';
import type { SchemeVersionRules } from '../domain/scheme-version.js';
import { CertificationStore } from './certification.store.js';

export interface SchemeRow {
  id: string;
  code: string;
  title: LocalizedText;
  versions: { id: string; number: number; state: string; rules: SchemeVersionRules; effectiveFrom: string | null }[];
}

interface CertificationKey {
  id: string;
  personId: string;
  personName: string;
  serviceNumber: string;
  schemeId: string;
  schemeCode: string;
}

export type CertificationRow = CertificationKey & Omit<StatusResult, 'explanation'>;
export type CertificationDetail = CertificationKey &
  StatusResult & { validAt: CivilDate; knownAt: Date; events: CertificationEvent[] };

export interface CertificationFilter {
  readonly personId?: string;
  readonly schemeId?: string;
}

const KEYS = `c.id, c.person_id AS "personId", p.name_en AS "personName", p.service_number AS "serviceNumber", c.scheme_id AS "schemeId", s.code AS "schemeCode"`;
const FROM = `certification c JOIN person p ON p.id = c.person_id JOIN scheme s ON s.id = c.scheme_id`;

@Injectable()
export class CertificationView {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CertificationStore,
  ) {}

  async schemes(limit: number, cursor?: string): Promise<Page<SchemeRow>> {
    const key = decodeCursor(cursor, 1);
    const rows = await this.uow.query<SchemeRow>(
      `SELECT s.id, s.code, s.title,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'state', v.state, 'rules', v.rules,
                                         'effectiveFrom', v.effective_from) ORDER BY v.number), '[]')
               FROM scheme_version v WHERE v.scheme_id = s.id) AS versions
       FROM scheme s ${key ? 'WHERE s.code > $1' : ''} ORDER BY s.code LIMIT ${limit + 1}`,
      key ? [key[0]] : [],
    );
    return keysetPage(rows, limit, (row) => [row.code]);
  }

  /** Certifications with their status on a day, as far as was known then. */
  async list(
    scope: Scope,
    filter: CertificationFilter,
    validAt: CivilDate,
    knownAt: Date,
    limit: number,
    cursor?: string,
  ): Promise<Page<CertificationRow>> {
    const params: unknown[] = [];
    const where = [scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)];
    if (filter.personId) where.push(`c.person_id = $${params.push(filter.personId)}`);
    if (filter.schemeId) where.push(`c.scheme_id = $${params.push(filter.schemeId)}`);
    const key = decodeCursor(cursor, 1);
    if (key) where.push(`c.id > $${params.push(key[0])}::uuid`);
    const keys = await this.uow.query<CertificationKey>(
      `SELECT ${KEYS} FROM ${FROM} WHERE ${where.join(' AND ')} ORDER BY c.id LIMIT ${limit + 1}`,
      params,
    );
    const page = keysetPage(keys, limit, (row) => [row.id]);
    const items: CertificationRow[] = [];
    for (const row of page.items) {
      const { explanation: _why, ...status } = (await this.derive(row, validAt, knownAt)).status;
      items.push({ ...row, ...status });
    }
    return { items, nextCursor: page.nextCursor };
  }

  /** One certification with the events behind its status. */
  async one(scope: Scope, id: string, validAt: CivilDate, knownAt: Date): Promise<CertificationDetail> {
    const params: unknown[] = [id];
    const [row] = await this.uow.query<CertificationKey>(
      `SELECT ${KEYS} FROM ${FROM} WHERE c.id = $1 AND ${scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)}`,
      params,
    );
    if (!row) throw platformErrors['not-found']({ what: 'certification' });
    const { status, events } = await this.derive(row, validAt, knownAt);
    return { ...row, ...status, validAt, knownAt, events };
  }

  private async derive({ id, schemeId }: CertificationKey, validAt: CivilDate, knownAt: Date) {
    const [events, rules] = [await this.store.events(id), await this.store.rules(schemeId)];
    return { events, status: statusAt(events, (version) => rules.get(version), validAt, knownAt) };
  }
}
