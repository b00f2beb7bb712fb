import { Injectable } from '@nestjs/common';
import { decodeCursor, keysetPage, platformErrors, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';

export interface AuditFilter {
  readonly personId?: string;
  readonly actorAccountId?: string;
  readonly entity?: string;
  readonly entityId?: string;
  readonly action?: string;
  /** Inclusive instants. */
  readonly from?: string;
  readonly to?: string;
}

export interface AuditRow {
  id: string;
  occurredAt: Date;
  action: string;
  entity: string;
  entityId: string;
  personId: string | null;
  unitId: string | null;
  actorAccountId: string | null;
  actorName: string;
  requestId: string;
  reason: string | null;
  before: object | null;
  after: object | null;
  /** `orphaned`: neither chained nor waiting for the sequencer, which only tampering does. */
  chainState: 'chained' | 'pending' | 'orphaned';
  /** Null while the sequencer has not chained the entry. */
  chainNumber: string | null;
  hash: string | null;
}

const ENTRIES = `
  SELECT e.id, e.occurred_at AS "occurredAt", e.action, e.entity, e.entity_id AS "entityId", e.person_id AS "personId", e.unit_id AS "unitId",
         e.actor_account_id AS "actorAccountId", e.actor_name AS "actorName", e.request_id AS "requestId", e.reason,
         e.before, e.after, c.number AS "chainNumber", encode(c.hash, 'hex') AS hash,
         CASE WHEN c.number IS NOT NULL THEN 'chained' WHEN w.entry_id IS NOT NULL THEN 'pending' ELSE 'orphaned' END AS "chainState"
  FROM audit_entry e LEFT JOIN audit_chain c ON c.entry_id = e.id LEFT JOIN audit_pending w ON w.entry_id = e.id`;

@Injectable()
export class AuditView {
  constructor(private readonly uow: UnitOfWork) {}

  /** Newest first. Entries that belong to no unit are shown to those who may see everything. */
  async list(scope: Scope, filter: AuditFilter, limit: number, cursor?: string): Promise<Page<AuditRow>> {
    const params: unknown[] = [];
    const where = [scopeSql(scope, { unit: 'e.unit_id', person: 'e.person_id' }, params)];
    const equal = (column: string, value: string | undefined) => {
      if (value === undefined) return;
      params.push(value);
      where.push(`${column} = $${params.length}`);
    };
    equal('e.person_id', filter.personId);
    equal('e.actor_account_id', filter.actorAccountId);
    equal('e.entity', filter.entity);
    equal('e.entity_id', filter.entityId);
    equal('e.action', filter.action);
    if (filter.from) where.push(`e.occurred_at >= $${params.push(filter.from)}`);
    if (filter.to) where.push(`e.occurred_at <= $${params.push(filter.to)}`);
    const key = decodeCursor(cursor, 1);
    if (key) where.push(`e.id < $${params.push(key[0])}::uuid`);
    const rows = await this.uow.query<AuditRow>(
      `${ENTRIES}
       WHERE ${where.join(' AND ')} ORDER BY e.id DESC LIMIT ${limit + 1}`,
      params,
    );
    return keysetPage(rows, limit, (row) => [row.id]);
  }

  /** @throws `platform.not-found` for an entry that is not there or outside the scope: the two look the same */
  async one(scope: Scope, id: string): Promise<AuditRow> {
    const params: unknown[] = [id];
    const inside = scopeSql(scope, { unit: 'e.unit_id', person: 'e.person_id' }, params);
    const [row] = await this.uow.query<AuditRow>(`${ENTRIES} WHERE e.id = $1 AND ${inside}`, params);
    if (!row) throw platformErrors['not-found']({ what: 'audit entry' });
    return row;
  }
}
