import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Scope } from '@jssu/platform';
import type { ColumnMapping, RowOutcome } from '../domain/index.js';

export interface BatchRow {
  id: string;
  state: 'queued' | 'running' | 'done' | 'refused' | 'failed';
  dryRun: boolean;
  atomic: boolean;
  file: Buffer | null;
  mapping: ColumnMapping;
  scope: Scope;
  createdBy: string;
  lastRow: number;
}

export type StoredOutcome = RowOutcome & { readonly personId?: string | null };

@Injectable()
export class ImportStore {
  constructor(private readonly uow: UnitOfWork) {}

  /** The batch, locked until the transaction ends: a second worker with the same job waits, then sees where it stands. */
  async lock(id: string): Promise<BatchRow | undefined> {
    const [row] = await this.uow.query<BatchRow>(
      `SELECT id, state, dry_run AS "dryRun", atomic, file, mapping, scope, created_by AS "createdBy", last_row AS "lastRow"
       FROM import_batch WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row;
  }

  async record(batchId: string, outcomes: readonly StoredOutcome[], lastRow: number): Promise<void> {
    await this.uow.query(
      `INSERT INTO import_row (batch_id, row, outcome, service_number, person_id, errors, warnings)
       SELECT $1, r.* FROM jsonb_to_recordset($2::jsonb) AS r(row int, outcome text, service_number text, person_id uuid, errors jsonb, warnings jsonb)`,
      [
        batchId,
        JSON.stringify(
          outcomes.map((o) => ({
            row: o.row,
            outcome: o.outcome,
            service_number: o.serviceNumber,
            person_id: o.personId ?? null,
            errors: o.errors,
            warnings: o.warnings,
          })),
        ),
      ],
    );
    await this.uow.query(
      `UPDATE import_batch SET state = 'running', last_row = $2, rows_done = rows_done + $3 WHERE id = $1`,
      [batchId, lastRow, outcomes.length],
    );
  }

  async finish(batchId: string, state: 'done' | 'refused' | 'failed', failure: object | null, at: Date): Promise<void> {
    await this.uow.query(
      `UPDATE import_batch SET state = $2, failure = $3, finished_at = $4, file = NULL WHERE id = $1`,
      [batchId, state, failure && JSON.stringify(failure), at],
    );
  }
}
