import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import type { AppError } from '@jssu/kernel';
import { Clock, RequestContext, SYSTEM_ACTOR, UnitOfWork, type JobContext } from '@jssu/platform';
import {
  addOutcomes,
  isTableError,
  NO_OUTCOMES,
  parsePeopleRow,
  readTable,
  recogniseColumns,
  SeenRows,
  type OutcomeCounts,
  type RecognisedColumns,
  type RowContext,
} from '../domain/index.js';
import { ImportStore, type BatchRow, type StoredOutcome } from '../persistence/import.store.js';
import { PeopleImportStore, type KnownCodes } from '../persistence/people-import.store.js';
import { ImportPeopleRows, type ReadRow } from './import-people-rows.js';
import { recordErrors } from './record-errors.js';

const CHUNK = 500;
const ENDED = ['done', 'refused', 'failed'];

/** Rolls an all-or-nothing import back. */
class NotApplied extends Error {
  constructor(readonly outcomes: readonly StoredOutcome[]) {
    super('rows were refused');
  }
}

/**
 * Imports a batch in chunks, each a transaction with its people, audit entries, row outcomes and the place reached: a
 * worker that is killed goes on after the last chunk, and no row is done twice. Good rows are kept when others fail,
 * unless the batch is all or nothing. The file is read to its end before the first row is written: one that is no
 * table in its last line leaves nothing behind.
 */
@Injectable()
export class RunPeopleImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: ImportStore,
    private readonly people: PeopleImportStore,
    private readonly rows: ImportPeopleRows,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly context: RequestContext,
  ) {}

  async execute(batchId: string, job: Pick<JobContext, 'isLastAttempt' | 'progress'>): Promise<void> {
    const batch = await this.batches.find(batchId);
    if (!batch || ENDED.includes(batch.state) || !batch.file) return;
    const { file, createdBy, userName, personId } = batch;
    // What the import does is done by whom it was started, and its audit entries say so.
    await this.context.runAs({ ...SYSTEM_ACTOR, accountId: createdBy, userName, personId }, async () => {
      try {
        await this.survey(batch, file);
        const work = async () => {
          await this.importRows(batch, file, job);
          await this.end(batch, 'done', null);
        };
        await (batch.atomic && !batch.dryRun ? this.uow.run(work) : work());
      } catch (error) {
        if (error instanceof NotApplied) await this.refuse(batch, error.outcomes);
        else if (isTableError(error)) await this.end(batch, 'failed', error);
        else {
          if (job.isLastAttempt) await this.interrupt(batchId);
          throw error;
        }
      }
    });
  }

  /** Reads the whole file once, for its faults and the number of its rows. */
  private async survey({ id, mapping }: BatchRow, file: Buffer): Promise<void> {
    const { rows } = await readTable(file);
    let columns: RecognisedColumns | undefined;
    let total = 0;
    for await (const { cells } of rows) {
      if (columns) total += 1;
      else columns = recogniseColumns(cells, mapping);
    }
    const unknown = columns?.unknown.map(({ header }) => header) ?? [];
    await this.batches.begin(id, total, unknown);
  }

  private async importRows(batch: BatchRow, file: Buffer, job: Pick<JobContext, 'progress'>): Promise<void> {
    const codes = await this.people.codes(batch.scope);
    const table = await readTable(file);
    const context: RowContext = {
      today: this.clock.today(),
      date1904: table.date1904,
      seen: new SeenRows(),
      units: new Set(codes.units.keys()),
      sites: new Set(codes.sites.keys()),
      posts: new Map([...codes.posts].map(([code, { site }]) => [code, site])),
    };
    const whole = batch.atomic && !batch.dryRun;
    const all: StoredOutcome[] = [];
    let columns: RecognisedColumns | undefined;
    let chunk: ReadRow[] = [];
    let lastRow = batch.lastRow;
    let counts = whole ? NO_OUTCOMES : batch.counts;
    const flush = async () => {
      if (chunk.length === 0) return;
      const rows = chunk;
      chunk = [];
      if (whole) {
        const outcomes = await this.rows.execute(batch, rows, codes);
        all.push(...outcomes);
        counts = addOutcomes(counts, outcomes);
        await this.show(batch, counts);
      } else {
        counts = await this.importChunk(batch, rows, codes, lastRow, counts);
        lastRow = rows[rows.length - 1].row;
      }
      await job.progress({ rowsDone: counts.total });
    };
    for await (const row of table.rows) {
      if (!columns) {
        columns = recogniseColumns(row.cells, batch.mapping);
        continue;
      }
      const parsed = parsePeopleRow(row, columns, context);
      // Rows that an earlier try has done are read again, for what they say of repeated numbers, but not written.
      if (row.row <= batch.lastRow) continue;
      const { warnings } = parsed;
      chunk.push(
        'ok' in parsed
          ? { row: row.row, draft: parsed.ok, serviceNumber: parsed.ok.serviceNumber, errors: [], warnings }
          : { row: row.row, ...parsed },
      );
      if (chunk.length === CHUNK) await flush();
    }
    await flush();
    if (all.some(({ outcome }) => outcome === 'refused')) throw new NotApplied(all);
  }

  private importChunk(
    batch: BatchRow,
    rows: readonly ReadRow[],
    codes: KnownCodes,
    lastRow: number,
    before: OutcomeCounts,
  ): Promise<OutcomeCounts> {
    return this.uow.run(async () => {
      const counts = addOutcomes(before, await this.rows.execute(batch, rows, codes));
      await this.batches.advance(batch.id, lastRow, rows[rows.length - 1].row, counts);
      return counts;
    });
  }

  /** A context of its own has no part in the open transaction, so that others see the counts before it ends. */
  private async show({ id }: BatchRow, counts: OutcomeCounts): Promise<void> {
    await this.context.run({}, () => this.batches.show(id, counts));
  }

  private async refuse(batch: BatchRow, outcomes: readonly StoredOutcome[]): Promise<void> {
    const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
    await this.uow.run(async () => {
      await this.batches.record(batch.id, refused);
      await this.batches.show(batch.id, { ...addOutcomes(NO_OUTCOMES, refused), total: outcomes.length });
      await this.end(batch, 'refused', recordErrors['not-applied']({ refused: refused.length }));
    });
  }

  private async end(batch: BatchRow, state: 'done' | 'refused' | 'failed', failure: AppError | null): Promise<void> {
    await this.uow.run(async () => {
      const stored = failure && { code: failure.code, params: failure.params, extra: failure.extra };
      await this.batches.finish(batch.id, state, stored, this.clock.now());
      await this.audit.record({
        action: 'imports.import-ended',
        entity: 'import',
        entityId: batch.id,
        after: { state, failure: failure?.code ?? null },
      });
    });
  }

  /** The job is kept as failed, and goes on from here when an administrator runs it again. */
  private async interrupt(batchId: string): Promise<void> {
    const batch = await this.batches.find(batchId);
    const { code, params } = recordErrors.interrupted({ row: batch?.lastRow ?? 0 });
    await this.batches.interrupt(batchId, { code, params });
  }
}
