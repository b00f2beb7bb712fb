import { Injectable } from '@nestjs/common';
import { NationalIdVault } from '@jssu/identity';
import type { ErrorParams } from '@jssu/kernel';
import { UnitOfWork, type Scope } from '@jssu/platform';
import type { ColumnMapping, OutcomeCounts, RowOutcome } from '../domain/index.js';

export interface BatchRow {
  id: string;
  state: 'queued' | 'running' | 'interrupted' | 'done' | 'refused' | 'failed';
  dryRun: boolean;
  atomic: boolean;
  /** Null once the batch has ended. */
  file: Buffer | null;
  mapping: ColumnMapping;
  scope: Scope;
  createdBy: string;
  userName: string;
  /** The person of the account; null when it has none. */
  personId: string | null;
  /** The last row whose outcome is stored; 0 before the first. */
  lastRow: number;
  counts: OutcomeCounts;
}

/** A refusal of the whole file as it is kept: told in the reader's language when it is read. */
export interface StoredFailure {
  readonly code: string;
  readonly params: ErrorParams;
  readonly extra?: Readonly<Record<string, unknown>>;
}

export type StoredOutcome = RowOutcome & { readonly personId?: string | null };

@Injectable()
export class ImportStore {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly vault: NationalIdVault,
  ) {}

  async find(id: string): Promise<BatchRow | undefined> {
    const [row] = await this.uow.query<BatchRow>(
      `SELECT b.id, b.state, b.dry_run AS "dryRun", b.atomic, b.file, b.mapping, b.scope, b.created_by AS "createdBy",
              a.user_name AS "userName", a.person_id AS "personId", b.last_row AS "lastRow", b.counts
       FROM import_batch b JOIN account a ON a.id = b.created_by WHERE b.id = $1`,
      [id],
    );
    return row && { ...row, file: row.file && this.vault.openBytes(row.file, id) };
  }

  /** The file has been read to its end and is a table of people. */
  async begin(id: string, rowsTotal: number, unknownHeaders: readonly string[]): Promise<void> {
    await this.uow.query(
      `UPDATE import_batch SET state = 'running', failure = NULL, rows_total = $2, unknown_headers = $3 WHERE id = $1`,
      [id, rowsTotal, JSON.stringify(unknownHeaders)],
    );
  }

  async record(batchId: string, outcomes: readonly StoredOutcome[]): Promise<void> {
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
  }

  /**
   * Moves the place reached from one row to another, in the transaction of the rows between.
   * @throws Error when another worker has moved it meanwhile: the rows are done, and must not be done twice
   */
  async advance(batchId: string, fromRow: number, toRow: number, counts: OutcomeCounts): Promise<void> {
    const moved = await this.uow.query(
      `UPDATE import_batch SET last_row = $3, counts = $4 WHERE id = $1 AND last_row = $2 AND finished_at IS NULL RETURNING id`,
      [batchId, fromRow, toRow, JSON.stringify(counts)],
    );
    if (moved.length === 0) throw new Error('another worker has gone on with this import');
  }

  /** Shows how far an all-or-nothing import is, while its transaction is open elsewhere. */
  async show(batchId: string, counts: OutcomeCounts): Promise<void> {
    await this.uow.query(`UPDATE import_batch SET counts = $2 WHERE id = $1`, [batchId, JSON.stringify(counts)]);
  }

  async interrupt(batchId: string, failure: StoredFailure): Promise<void> {
    await this.uow.query(
      `UPDATE import_batch SET state = 'interrupted', failure = $2 WHERE id = $1 AND finished_at IS NULL`,
      [batchId, JSON.stringify(failure)],
    );
  }

  async finish(
    batchId: string,
    state: 'done' | 'refused' | 'failed',
    failure: StoredFailure | null,
    at: Date,
  ): Promise<void> {
    await this.uow.query(
      `UPDATE import_batch SET state = $2, failure = $3, finished_at = $4, file = NULL WHERE id = $1`,
      [batchId, state, failure && JSON.stringify(failure), at],
    );
  }
}
