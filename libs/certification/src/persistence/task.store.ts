import { Injectable } from '@nestjs/common';
import { uuidv7, type Zone } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import type { TaskFailure } from '../domain/task-failure.js';

export const TASK_STATES = ['queued', 'issued', 'pending_signature', 'refused', 'failed', 'review'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** One thing to be done by itself: to decide about a person and scheme, and to issue the certificate. */
export interface Task {
  readonly id: string;
  readonly personId: string;
  readonly schemeId: string;
  readonly unitId: string;
  /** In which the unit reads its days. */
  readonly zone: Zone;
  readonly state: TaskState;
  /** The decision, once there is one. */
  readonly eventId: string | null;
  readonly attempts: number;
}

export interface NewTask {
  readonly personId: string;
  readonly schemeId: string;
  readonly eventId?: string;
  readonly state?: TaskState;
  readonly failure?: TaskFailure;
}

const TASK = `t.id, t.person_id AS "personId", t.scheme_id AS "schemeId", p.unit_id AS "unitId", u.zone, t.state,
  t.event_id AS "eventId", t.attempts`;
const TASKS = `certification_task t JOIN person p ON p.id = t.person_id JOIN unit u ON u.id = p.unit_id`;

@Injectable()
export class TaskStore {
  constructor(private readonly uow: UnitOfWork) {}

  find(ids: readonly string[]): Promise<Task[]> {
    return this.uow.query<Task>(`SELECT ${TASK} FROM ${TASKS} WHERE t.id = ANY($1::uuid[]) ORDER BY t.id`, [ids]);
  }

  /** Locked until the transaction ends. */
  async lock(id: string): Promise<Task | undefined> {
    const [task] = await this.uow.query<Task>(`SELECT ${TASK} FROM ${TASKS} WHERE t.id = $1 FOR UPDATE OF t`, [id]);
    return task;
  }

  /** @returns the ids of those that were not there yet, in the order given */
  async add(batchId: string | null, tasks: readonly NewTask[], now: Date): Promise<string[]> {
    const rows = tasks.map((task) => ({ id: uuidv7(), state: 'queued', ...task }));
    const added = await this.uow.query<{ id: string }>(
      `INSERT INTO certification_task (id, batch_id, person_id, scheme_id, event_id, state, failure, updated_at)
       SELECT r.id, $2, r."personId", r."schemeId", r."eventId", r.state, r.failure, $3
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "personId" uuid, "schemeId" uuid, "eventId" uuid, state text, failure jsonb)
       ORDER BY r.id ON CONFLICT DO NOTHING RETURNING id`,
      [JSON.stringify(rows), batchId, now],
    );
    const ids = new Set(added.map(({ id }) => id));
    return rows.map(({ id }) => id).filter((id) => ids.has(id));
  }

  /** Remembers in which job each task is. */
  async assign(jobs: readonly { readonly jobId: string; readonly taskIds: readonly string[] }[]): Promise<void> {
    const rows = jobs.flatMap(({ jobId, taskIds }) => taskIds.map((id) => ({ id, job: jobId })));
    await this.uow.query(
      `UPDATE certification_task t SET job_id = r.job
       FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, job uuid) WHERE t.id = r.id`,
      [JSON.stringify(rows)],
    );
  }

  async settle(
    id: string,
    state: TaskState,
    now: Date,
    { failure, eventId }: { readonly failure?: TaskFailure; readonly eventId?: string } = {},
  ): Promise<void> {
    await this.uow.query(
      `UPDATE certification_task SET state = $2, failure = $3, event_id = coalesce($4::uuid, event_id), attempts = attempts + 1, updated_at = $5
       WHERE id = $1`,
      [id, state, failure ? JSON.stringify(failure) : null, eventId ?? null, now],
    );
  }

  /** The attempt counts, the outcome is still open. */
  async countAttempt(id: string, now: Date): Promise<void> {
    await this.uow.query(`UPDATE certification_task SET attempts = attempts + 1, updated_at = $2 WHERE id = $1`, [
      id,
      now,
    ]);
  }

  async requeue(id: string, now: Date): Promise<void> {
    await this.uow.query(
      `UPDATE certification_task SET state = 'queued', failure = NULL, updated_at = $2 WHERE id = $1`,
      [id, now],
    );
  }

  /** Back into the queue. @returns the ids of the tasks of the event that waited for its signature */
  async wake(eventId: string, now: Date): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `UPDATE certification_task SET state = 'queued', failure = NULL, updated_at = $2
       WHERE event_id = $1 AND state = 'pending_signature' RETURNING id`,
      [eventId, now],
    );
    return rows.map(({ id }) => id);
  }

  /** Ends the tasks that waited on decisions that no longer stand; `standing` are those that do. */
  async close(
    { personId, schemeId }: { readonly personId: string; readonly schemeId: string },
    standing: readonly string[],
    failure: TaskFailure,
    now: Date,
  ): Promise<void> {
    await this.uow.query(
      `UPDATE certification_task SET state = 'refused', failure = $4, updated_at = $5
       WHERE person_id = $1 AND scheme_id = $2 AND state IN ('pending_signature', 'review') AND event_id <> ALL($3::uuid[])`,
      [personId, schemeId, standing, JSON.stringify(failure), now],
    );
  }
}
