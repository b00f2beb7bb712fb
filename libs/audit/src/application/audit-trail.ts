import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@jssu/kernel';
import { RequestContext, UnitOfWork } from '@jssu/platform';

export interface AuditRecord {
  /** `module.noun-past`, such as `people.person-posted`. */
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  /** The person whom the change concerns. */
  readonly personId?: string | null;
  /** The unit by which the entry is scoped for readers. */
  readonly unitId?: string | null;
  readonly before?: object | null;
  readonly after?: object | null;
  readonly reason?: string | null;
}

/** Writes audit entries in the transaction of the change. They wait unnumbered for the sequencer: no write waits for another's audit. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly context: RequestContext,
  ) {}

  record(record: AuditRecord): Promise<void> {
    return this.recordAll([record]);
  }

  async recordAll(records: readonly AuditRecord[]): Promise<void> {
    if (!this.uow.active) throw new Error('an audit entry is written only in the transaction of its change');
    if (records.length === 0) return;
    const { requestId, actor } = this.context.current();
    const rows = records.map((r) => ({
      id: uuidv7(),
      action: r.action,
      entity: r.entity,
      entity_id: r.entityId,
      person_id: r.personId ?? null,
      unit_id: r.unitId ?? null,
      reason: r.reason ?? null,
      before: r.before ?? null,
      after: r.after ?? null,
    }));
    await this.uow.query(
      `WITH rows AS (
         INSERT INTO audit_entry (id, action, entity, entity_id, person_id, unit_id, reason, before, after, actor_account_id, actor_name, request_id)
         SELECT r.*, $2::uuid, $3, $4
         FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, action text, entity text, entity_id text, person_id uuid, unit_id uuid, reason text, before jsonb, after jsonb)
         RETURNING id)
       INSERT INTO audit_pending (entry_id) SELECT id FROM rows`,
      [JSON.stringify(rows), actor?.accountId ?? null, actor?.userName ?? 'anonymous', requestId],
      { prepared: true },
    );
  }
}
