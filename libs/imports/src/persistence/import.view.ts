import { Injectable } from '@nestjs/common';
import { errorCatalogue, formatMessage, inLocale, type Locale } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, UnitOfWork, type Actor, type Page } from '@jssu/platform';
import {
  describeRowError,
  localisedParams,
  type OutcomeCounts,
  type RowError,
  type RowOutcome,
} from '../domain/index.js';
import type { BatchRow, StoredFailure } from './import.store.js';

export interface ImportSummary {
  id: string;
  /** `queued`, `running`, `interrupted` (goes on when its job is run again), `done`, `refused` (all or nothing), `failed` (no table). */
  state: BatchRow['state'];
  dryRun: boolean;
  atomic: boolean;
  fileName: string;
  createdAt: Date;
  finishedAt: Date | null;
  rowsDone: number;
  /** Filled rows of the file; null until it has been read to its end. */
  rowsTotal: number | null;
  /** 0 to 100, rounded down; null while the number of rows is not known. */
  percent: number | null;
  /** Headers that stand for no column; their cells were not read. */
  unknownHeaders: string[];
  counts: Omit<OutcomeCounts, 'total'>;
  failure: { code: string; title: string; detail: string; remedy: string } | null;
}

export interface RowFilter {
  readonly outcome?: string;
  /** The code of a fault or a warning. */
  readonly fault?: string;
}

export interface FaultCount {
  code: string;
  title: string;
  /** Whether rows are refused for it; false for a warning. */
  refuses: boolean;
  rows: number;
}

type StoredSummary = Omit<ImportSummary, 'rowsDone' | 'percent' | 'counts' | 'failure'> & {
  counts: OutcomeCounts;
  failure: StoredFailure | null;
};

const SUMMARY = `
  b.id, b.state, b.dry_run AS "dryRun", b.atomic, b.file_name AS "fileName", b.created_at AS "createdAt", b.finished_at AS "finishedAt",
  b.rows_total AS "rowsTotal", b.counts, b.unknown_headers AS "unknownHeaders", b.failure`;

/** Imports as their owner sees them: each sees the batches that he started. */
@Injectable()
export class ImportView {
  constructor(private readonly uow: UnitOfWork) {}

  async list(actor: Actor, locale: Locale, limit: number, cursor?: string): Promise<Page<ImportSummary>> {
    const params: unknown[] = [actor.accountId];
    const key = decodeCursor(cursor, 1);
    const after = key ? `AND b.id < $${params.push(key[0])}::uuid` : '';
    const rows = await this.uow.query<StoredSummary>(
      `SELECT ${SUMMARY} FROM import_batch b WHERE b.created_by = $1 ${after} ORDER BY b.id DESC LIMIT ${limit + 1}`,
      params,
    );
    return keysetPage(
      rows.map((row) => describe(row, locale)),
      limit,
      (row) => [row.id],
    );
  }

  async one(actor: Actor, id: string, locale: Locale): Promise<ImportSummary> {
    const [row] = await this.uow.query<StoredSummary>(
      `SELECT ${SUMMARY} FROM import_batch b WHERE b.id = $1 AND b.created_by = $2`,
      [id, actor.accountId],
    );
    if (!row) throw platformErrors['not-found']({ what: 'import' });
    return describe(row, locale);
  }

  /** Row by row, in the reader's language. */
  async rows(actor: Actor, id: string, { outcome, fault }: RowFilter, locale: Locale, limit: number, cursor?: string) {
    await this.one(actor, id, locale);
    const params: unknown[] = [id];
    const conditions = ['batch_id = $1'];
    if (outcome) conditions.push(`outcome = $${params.push(outcome)}`);
    if (fault) {
      const such = `$${params.push(JSON.stringify([{ code: fault }]))}::jsonb`;
      conditions.push(`(errors @> ${such} OR warnings @> ${such})`);
    }
    const key = decodeCursor(cursor, 1);
    if (key) conditions.push(`row > $${params.push(key[0])}::int`);
    const rows = await this.uow.query<RowOutcome & { personId: string | null }>(
      `SELECT row, outcome, service_number AS "serviceNumber", person_id AS "personId", errors, warnings
       FROM import_row WHERE ${conditions.join(' AND ')} ORDER BY row LIMIT ${limit + 1}`,
      params,
    );
    const told = (errors: readonly RowError[]) =>
      errors.map((error) => ({ ...error, ...describeRowError(error, locale) }));
    const items = rows.map((row) => ({ ...row, errors: told(row.errors), warnings: told(row.warnings) }));
    return keysetPage(items, limit, (row) => [row.row]);
  }

  /** Faults and warnings with the number of their rows, in the reader's language, the most frequent first. */
  async faults(actor: Actor, id: string, locale: Locale): Promise<FaultCount[]> {
    await this.one(actor, id, locale);
    const found = await this.uow.query<Omit<FaultCount, 'title'>>(
      `SELECT note->>'code' AS code, refuses, count(DISTINCT r.row)::int AS rows
       FROM import_row r CROSS JOIN LATERAL (
         SELECT e AS note, true AS refuses FROM jsonb_array_elements(r.errors) e
         UNION ALL SELECT w, false FROM jsonb_array_elements(r.warnings) w) notes
       WHERE r.batch_id = $1 GROUP BY 1, 2 ORDER BY refuses DESC, rows DESC, code`,
      [id],
    );
    return found.map((count) => ({ ...count, title: titleOfError(count.code, locale) }));
  }

  /** Every outcome in the order of the rows, page by page, for the report to download. */
  async *outcomes(actor: Actor, id: string): AsyncGenerator<RowOutcome> {
    await this.one(actor, id, 'en');
    let last = 0;
    for (;;) {
      const page = await this.uow.query<RowOutcome>(
        `SELECT row, outcome, service_number AS "serviceNumber", errors, warnings FROM import_row
         WHERE batch_id = $1 AND row > $2 ORDER BY row LIMIT 1000`,
        [id, last],
      );
      if (page.length === 0) return;
      yield* page;
      last = page[page.length - 1].row;
    }
  }
}

function describe({ counts: { total, ...counts }, failure, ...row }: StoredSummary, locale: Locale): ImportSummary {
  const { rowsTotal } = row;
  const percent = rowsTotal === null ? null : rowsTotal === 0 ? 100 : Math.floor((100 * total) / rowsTotal);
  return { ...row, rowsDone: total, percent, counts, failure: failure && describeFailure(failure, locale) };
}

function describeFailure({ code, params, extra = {} }: StoredFailure, locale: Locale): ImportSummary['failure'] {
  const definition = errorCatalogue().get(code);
  if (!definition) return { code, title: code, detail: code, remedy: '' };
  const values = localisedParams(params, extra, locale);
  const say = (text: (typeof definition)['title']) => formatMessage(inLocale(text, locale), values);
  return {
    code,
    title: say(definition.title),
    detail: say(definition.detail ?? definition.title),
    remedy: say(definition.remedy),
  };
}

function titleOfError(code: string, locale: Locale): string {
  const definition = errorCatalogue().get(code);
  return definition ? inLocale(definition.title, locale) : code;
}
