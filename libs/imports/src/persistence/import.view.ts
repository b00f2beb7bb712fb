import { Injectable } from '@nestjs/common';
import { errorCatalogue, formatMessage, inLocale, type ErrorParams, type Locale } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, UnitOfWork, type Actor, type Page } from '@jssu/platform';
import { describeRowError, type RowError, type RowOutcome } from '../domain/index.js';

export interface ImportSummary {
  id: string;
  state: string;
  dryRun: boolean;
  atomic: boolean;
  fileName: string;
  createdAt: Date;
  finishedAt: Date | null;
  rowsDone: number;
  /** Headers that stand for no column; their cells were not read. */
  unknownHeaders: string[];
  counts: { created: number; changed: number; unchanged: number; refused: number; withWarnings: number };
  failure: { code: string; title: string; detail: string; remedy: string } | null;
}

const SUMMARY = `
  b.id, b.state, b.dry_run AS "dryRun", b.atomic, b.file_name AS "fileName", b.created_at AS "createdAt", b.finished_at AS "finishedAt",
  b.rows_done AS "rowsDone", b.unknown_headers AS "unknownHeaders", b.failure,
  (SELECT jsonb_build_object('created', count(*) FILTER (WHERE outcome = 'created'), 'changed', count(*) FILTER (WHERE outcome = 'changed'),
     'unchanged', count(*) FILTER (WHERE outcome = 'unchanged'), 'refused', count(*) FILTER (WHERE outcome = 'refused'),
     'withWarnings', count(*) FILTER (WHERE warnings <> '[]')) FROM import_row r WHERE r.batch_id = b.id) AS counts`;

/** Imports as their owner sees them: each sees the batches that he started. */
@Injectable()
export class ImportView {
  constructor(private readonly uow: UnitOfWork) {}

  async list(actor: Actor, locale: Locale, limit: number, cursor?: string): Promise<Page<ImportSummary>> {
    const params: unknown[] = [actor.accountId];
    const key = decodeCursor(cursor, 1);
    const after = key ? `AND b.id < $${params.push(key[0])}::uuid` : '';
    const rows = await this.uow.query<ImportSummary>(
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
    const [row] = await this.uow.query<ImportSummary>(
      `SELECT ${SUMMARY} FROM import_batch b WHERE b.id = $1 AND b.created_by = $2`,
      [id, actor.accountId],
    );
    if (!row) throw platformErrors['not-found']({ what: 'import' });
    return describe(row, locale);
  }

  /** Row by row, in the reader's language. */
  async rows(actor: Actor, id: string, outcome: string | undefined, locale: Locale, limit: number, cursor?: string) {
    await this.one(actor, id, locale);
    const params: unknown[] = [id];
    const conditions = ['batch_id = $1'];
    if (outcome) conditions.push(`outcome = $${params.push(outcome)}`);
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

function describe(row: ImportSummary, locale: Locale): ImportSummary {
  const { code, params } = (row.failure ?? {}) as { code?: string; params?: ErrorParams };
  const definition = code ? errorCatalogue().get(code) : undefined;
  if (!code || !definition) return row;
  const say = (text: (typeof definition)['title']) => formatMessage(inLocale(text, locale), params ?? {});
  return {
    ...row,
    failure: {
      code,
      title: say(definition.title),
      detail: say(definition.detail ?? definition.title),
      remedy: say(definition.remedy),
    },
  };
}
