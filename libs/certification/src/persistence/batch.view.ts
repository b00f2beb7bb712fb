import { Injectable } from '@nestjs/common';
import type { Locale, LocalizedText } from '@jssu/kernel';
import { decodeCursor, keysetPage, platformErrors, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import { PERSON_NAMES, type PersonNames } from '@jssu/people';
import { tellFailure, type TaskFailure, type ToldFailure } from '../domain/task-failure.js';
import { TASK_STATES, type TaskState } from './task.store.js';

export interface BatchRow {
  id: string;
  /** What asked for it, such as `offering:<id>`. */
  cause: string;
  offeringId: string | null;
  offeringCode: string | null;
  courseTitle: LocalizedText | null;
  unitId: string | null;
  createdAt: Date;
  /** Tasks by state, whoever they are about. */
  counts: Record<TaskState, number>;
  total: number;
  /** Of the tasks that came to an end by themselves, 0 to 100. */
  percent: number;
  oldestQueuedAt: Date | null;
}

export interface TaskRow extends PersonNames {
  id: string;
  personId: string;
  serviceNumber: string;
  schemeId: string;
  schemeCode: string;
  state: TaskState;
  failure: ToldFailure | null;
  certificationId: string | null;
  eventId: string | null;
  attempts: number;
  jobId: string | null;
  updatedAt: Date;
}

/** Of the people in scope: what needs somebody. */
export type BatchDetail = BatchRow & { attention: TaskRow[] };

type Counted = Omit<BatchRow, 'counts' | 'total' | 'percent'> & { counted: Partial<Record<TaskState, number>> };
type Kept = Omit<TaskRow, 'failure'> & { failure: TaskFailure | null };

const ATTENTION: readonly TaskState[] = ['refused', 'failed', 'review'];
const ATTENTION_ROWS = 200;
const BATCH = `b.id, b.cause, b.offering_id AS "offeringId", o.code AS "offeringCode", ct.title AS "courseTitle", b.unit_id AS "unitId", b.created_at AS "createdAt",
  (SELECT coalesce(jsonb_object_agg(n.state, n.count), '{}') FROM
     (SELECT t.state, count(*) FROM certification_task t WHERE t.batch_id = b.id GROUP BY t.state) n) AS counted,
  (SELECT min(t.updated_at) FROM certification_task t WHERE t.batch_id = b.id AND t.state = 'queued') AS "oldestQueuedAt"`;
const BATCHES = `certification_batch b LEFT JOIN offering o ON o.id = b.offering_id
  LEFT JOIN course_version cv ON cv.id = o.course_version_id LEFT JOIN course ct ON ct.id = cv.course_id`;
const TASK = `t.id, t.person_id AS "personId", ${PERSON_NAMES}, p.service_number AS "serviceNumber", t.scheme_id AS "schemeId",
  s.code AS "schemeCode", t.state, t.failure, c.id AS "certificationId", t.event_id AS "eventId", t.attempts, t.job_id AS "jobId", t.updated_at AS "updatedAt"`;
const TASKS = `certification_task t JOIN person p ON p.id = t.person_id JOIN scheme s ON s.id = t.scheme_id
  LEFT JOIN certification c ON c.person_id = t.person_id AND c.scheme_id = t.scheme_id`;

/**
 * Batches are seen by the unit that ran the offering; of their tasks each reader sees those about people of his own units,
 * and figures of all.
 */
@Injectable()
export class BatchView {
  constructor(private readonly uow: UnitOfWork) {}

  /** The newest first. */
  async list(
    scope: Scope,
    filter: { readonly offeringId?: string },
    limit: number,
    cursor?: string,
  ): Promise<Page<BatchRow>> {
    const params: unknown[] = [];
    const where = [scopeSql(scope, { unit: 'b.unit_id' }, params)];
    if (filter.offeringId) where.push(`b.offering_id = $${params.push(filter.offeringId)}`);
    const key = decodeCursor(cursor, 1);
    if (key) where.push(`b.id < $${params.push(key[0])}::uuid`);
    const rows = await this.uow.query<Counted>(
      `SELECT ${BATCH} FROM ${BATCHES} WHERE ${where.join(' AND ')} ORDER BY b.id DESC LIMIT ${limit + 1}`,
      params,
    );
    return keysetPage(rows.map(withFigures), limit, (row) => [row.id]);
  }

  async one(scope: Scope, id: string, locale: Locale): Promise<BatchDetail> {
    const params: unknown[] = [id];
    const [row] = await this.uow.query<Counted>(
      `SELECT ${BATCH} FROM ${BATCHES} WHERE b.id = $1 AND ${scopeSql(scope, { unit: 'b.unit_id' }, params)}`,
      params,
    );
    if (!row) throw platformErrors['not-found']({ what: 'batch' });
    return { ...withFigures(row), attention: await this.rows(scope, id, ATTENTION, locale, ATTENTION_ROWS) };
  }

  async tasks(
    scope: Scope,
    batchId: string,
    state: TaskState | undefined,
    locale: Locale,
    limit: number,
    cursor?: string,
  ): Promise<Page<TaskRow>> {
    await this.one(scope, batchId, locale);
    const after = decodeCursor(cursor, 1)?.[0];
    const rows = await this.rows(scope, batchId, state ? [state] : TASK_STATES, locale, limit + 1, after);
    return keysetPage(rows, limit, (row) => [row.id]);
  }

  private async rows(
    scope: Scope,
    batchId: string,
    states: readonly TaskState[],
    locale: Locale,
    limit: number,
    after?: string,
  ): Promise<TaskRow[]> {
    const params: unknown[] = [batchId, states];
    const where = [scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)];
    if (after) where.push(`t.id > $${params.push(after)}::uuid`);
    const rows = await this.uow.query<Kept>(
      `SELECT ${TASK} FROM ${TASKS} WHERE t.batch_id = $1 AND t.state = ANY($2) AND ${where.join(' AND ')} ORDER BY t.id LIMIT ${limit}`,
      params,
    );
    return rows.map((row) => ({ ...row, failure: row.failure && tellFailure(row.failure, locale) }));
  }
}

function withFigures({ counted, ...row }: Counted): BatchRow {
  const counts = Object.fromEntries(TASK_STATES.map((state) => [state, counted[state] ?? 0])) as BatchRow['counts'];
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const done = total - counts.queued;
  // Not 100 before the last one is done.
  return { ...row, counts, total, percent: total === 0 ? 100 : Math.floor((100 * done) / total) };
}
