import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@jssu/kernel';
import { decodeCursor, encodeCursor, keysetPage, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import { PERSON_NAMES, type PersonNames } from '@jssu/people';
import { statusAt, statusIn, type CertificationStatus, type StatusResult } from '../domain/certification-status.js';
import type { Standing } from '../domain/standing-period.js';
import { CertificationStore } from './certification.store.js';
import { SchemeRules } from './scheme-rules.js';

export interface CertificationKey extends PersonNames {
  id: string;
  personId: string;
  serviceNumber: string;
  unitId: string;
  schemeId: string;
  schemeCode: string;
}

export type CertificationRow = CertificationKey & Omit<StatusResult, 'explanation'>;

export interface CertificationFilter {
  readonly personId?: string;
  readonly schemeId?: string;
  readonly schemeCode?: string;
  /** Units below it included. */
  readonly unitId?: string;
  /** On the day asked about. */
  readonly status?: CertificationStatus;
  /** Last valid day before this one. */
  readonly expiresBefore?: CivilDate;
  /** Last valid day after this one. */
  readonly expiresAfter?: CivilDate;
  /** Part of a name in any script, or of a service number. */
  readonly search?: string;
}

export const KEYS = `c.id, c.person_id AS "personId", ${PERSON_NAMES}, p.service_number AS "serviceNumber", p.unit_id AS "unitId",
  c.scheme_id AS "schemeId", s.code AS "schemeCode"`;
export const FROM = `certification c JOIN person p ON p.id = c.person_id JOIN scheme s ON s.id = c.scheme_id`;
/** The expression that the index `person_search` is made on. */
const SEARCHED = `lower(p.name_en || ' ' || coalesce(p.name_ur, '') || ' ' || coalesce(p.name_zh, '') || ' ' || p.service_number)`;

/** `statusIn` in SQL, over a row of certification_standing `k`. @param on an SQL expression for the day */
const HAS_STATUS: Readonly<Record<CertificationStatus, (on: string) => string>> = {
  revoked: () => `k.kind = 'revoked'`,
  surrendered: () => `k.kind = 'surrendered'`,
  suspended: () => `k.kind = 'suspended'`,
  pending_decision: () => `k.pending_event_id IS NOT NULL AND k.kind IN ('none', 'held', 'unknown')`,
  lapsed: (on) => `k.kind = 'held' AND k.pending_event_id IS NULL AND k.grace_ends_on < ${on}`,
  in_grace: (on) =>
    `k.kind = 'held' AND k.pending_event_id IS NULL AND k.expires_on < ${on} AND k.grace_ends_on >= ${on}`,
  renewal_due: (on) =>
    `k.kind = 'held' AND k.pending_event_id IS NULL AND k.expires_on >= ${on} AND k.renewal_opens_on <= ${on}`,
  current: (on) => `k.kind = 'held' AND k.pending_event_id IS NULL AND (k.expires_on IS NULL OR k.expires_on >= ${on})
    AND (k.renewal_opens_on IS NULL OR k.renewal_opens_on > ${on})`,
  none: () => `(k.kind IS NULL OR k.kind = 'none' AND k.pending_event_id IS NULL)`,
  unknown: () => `k.kind = 'unknown' AND k.pending_event_id IS NULL`,
  trainee: () => `FALSE`,
};

/** With an earlier state of knowledge no more than so many histories are looked through for one page. */
const LOOK_THROUGH = 1000;

/** The register of certifications. Today's knowledge comes from the stored standings, an earlier one from the events. */
@Injectable()
export class CertificationRegister {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CertificationStore,
    private readonly schemeRules: SchemeRules,
  ) {}

  /** @param knownAt null: all that is known */
  list(
    scope: Scope,
    filter: CertificationFilter,
    validAt: CivilDate,
    knownAt: Date | null,
    limit: number,
    cursor?: string,
  ): Promise<Page<CertificationRow>> {
    const params: unknown[] = [];
    const where = conditions(scope, filter, cursor, params);
    return knownAt
      ? this.asKnownAt(where, params, filter, validAt, knownAt, limit)
      : this.asKnown(where, params, filter, validAt, limit);
  }

  private async asKnown(
    where: string[],
    params: unknown[],
    { status, expiresBefore, expiresAfter }: CertificationFilter,
    validAt: CivilDate,
    limit: number,
  ): Promise<Page<CertificationRow>> {
    const on = `$${params.push(validAt)}::date`;
    if (status) where.push(HAS_STATUS[status](on));
    if (expiresBefore) where.push(`k.expires_on < $${params.push(expiresBefore)}`);
    if (expiresAfter) where.push(`k.expires_on > $${params.push(expiresAfter)}`);
    const rows = await this.uow.query<CertificationKey & Standing>(
      `SELECT ${KEYS}, coalesce(k.kind, 'none') AS kind, k.expires_on::text AS "expiresOn", k.renewal_opens_on::text AS "renewalOpensOn",
         k.grace_ends_on::text AS "graceEndsOn", k.barred_until::text AS "barredUntil", k.pending_event_id AS "pendingEventId"
       FROM ${FROM} LEFT JOIN certification_standing k
         ON k.certification_id = c.id AND k.from_on <= ${on} AND (k.until_on IS NULL OR k.until_on >= ${on})
       WHERE ${where.join(' AND ')} ORDER BY c.id LIMIT $${params.push(limit + 1)}`,
      params,
      { prepared: true },
    );
    const page = keysetPage(rows, limit, (row) => [row.id]);
    return {
      ...page,
      items: page.items.map(({ kind, ...row }) => ({ ...row, ...statusIn({ ...row, kind }, validAt) })),
    };
  }

  /** A page may hold fewer rows than asked for while there is a next one: only so many histories are looked through. */
  private async asKnownAt(
    where: string[],
    params: unknown[],
    { status, expiresBefore, expiresAfter }: CertificationFilter,
    validAt: CivilDate,
    knownAt: Date,
    limit: number,
  ): Promise<Page<CertificationRow>> {
    const derived = status ?? expiresBefore ?? expiresAfter;
    const take = derived ? LOOK_THROUGH : limit;
    const keys = await this.uow.query<CertificationKey>(
      `SELECT ${KEYS} FROM ${FROM} WHERE ${where.join(' AND ')} ORDER BY c.id LIMIT ${take + 1}`,
      params,
    );
    const looked = keys.slice(0, take);
    const histories = await this.store.histories(looked.map(({ id }) => id));
    const rulesOf = await this.schemeRules.of([...histories.values()].flat());
    const found: CertificationRow[] = [];
    for (const key of looked) {
      const { explanation: _why, ...row } = statusAt(histories.get(key.id) ?? [], rulesOf, validAt, knownAt);
      const { expiresOn } = row;
      const fits =
        (!status || row.status === status) &&
        (!expiresBefore || (expiresOn !== null && expiresOn < expiresBefore)) &&
        (!expiresAfter || (expiresOn !== null && expiresOn > expiresAfter));
      if (fits) found.push({ ...key, ...row });
    }
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1)?.id : keys.length > take ? looked.at(-1)?.id : undefined;
    return { items, nextCursor: last ? encodeCursor([last]) : null };
  }
}

function conditions(
  scope: Scope,
  filter: CertificationFilter,
  cursor: string | undefined,
  params: unknown[],
): string[] {
  const where = [scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)];
  if (filter.personId) where.push(`c.person_id = $${params.push(filter.personId)}`);
  if (filter.schemeId) where.push(`c.scheme_id = $${params.push(filter.schemeId)}`);
  if (filter.schemeCode) where.push(`s.code = $${params.push(filter.schemeCode)}`);
  if (filter.unitId) where.push(`p.unit_id IN (SELECT id FROM unit_and_below($${params.push(filter.unitId)}))`);
  if (filter.search) {
    const pattern = `%${filter.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    where.push(`${SEARCHED} LIKE $${params.push(pattern)}`);
  }
  const key = decodeCursor(cursor, 1);
  if (key) where.push(`c.id > $${params.push(key[0])}::uuid`);
  return where;
}
