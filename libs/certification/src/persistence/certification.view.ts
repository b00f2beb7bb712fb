import { Injectable } from '@nestjs/common';
import type { CivilDate, Locale } from '@jssu/kernel';
import { platformErrors, scopeSql, UnitOfWork, type Scope } from '@jssu/platform';
import type { CertificationEvent } from '../domain/certification-event.js';
import { statusAt, type StatusResult } from '../domain/certification-status.js';
import { tellFailure, type TaskFailure, type ToldFailure } from '../domain/task-failure.js';
import { CERTIFICATE, type CertificateRow } from './certificate.view.js';
import { FROM, KEYS, type CertificationKey } from './certification-register.js';
import { eventsJson, toEvent, type EventJson } from './event-json.js';
import { SchemeRules } from './scheme-rules.js';
import type { TaskState } from './task.store.js';

export interface OpenTask {
  id: string;
  batchId: string | null;
  state: Exclude<TaskState, 'issued'>;
  eventId: string | null;
  updatedAt: Date;
  failure: ToldFailure | null;
}

export type CertificationDetail = CertificationKey &
  StatusResult & {
    validAt: CivilDate;
    knownAt: Date;
    events: readonly CertificationEvent[];
    certificates: CertificateRow[];
    /** What is still to be done, was refused or failed, or is to be looked at by somebody. */
    tasks: OpenTask[];
  };

@Injectable()
export class CertificationView {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schemeRules: SchemeRules,
  ) {}

  /** One certification with the events behind its status, as far as they were known. */
  async one(scope: Scope, id: string, validAt: CivilDate, knownAt: Date, locale: Locale): Promise<CertificationDetail> {
    const params: unknown[] = [id];
    const [found] = await this.uow.query<
      CertificationKey & {
        history: EventJson[];
        certificates: CertificateRow[];
        tasks: (Omit<OpenTask, 'failure'> & { failure: TaskFailure | null })[];
      }
    >(
      `SELECT ${KEYS}, ${eventsJson('c.id')} AS history,
         (SELECT coalesce(jsonb_agg(to_jsonb(d) ORDER BY d."issuedAt", d.id), '[]')
          FROM (SELECT ${CERTIFICATE} FROM certificate k WHERE k.certification_id = c.id) d) AS certificates,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'batchId', t.batch_id, 'state', t.state, 'eventId', t.event_id,
                                      'updatedAt', t.updated_at, 'failure', t.failure) ORDER BY t.id), '[]')
          FROM certification_task t WHERE t.person_id = c.person_id AND t.scheme_id = c.scheme_id AND t.state <> 'issued') AS tasks
       FROM ${FROM} WHERE c.id = $1 AND ${scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)}`,
      params,
    );
    if (!found) throw platformErrors['not-found']({ what: 'certification' });
    const { history, certificates, tasks, ...key } = found;
    const events = history.map(toEvent);
    const rulesOf = await this.schemeRules.of(events);
    return {
      ...key,
      ...statusAt(events, rulesOf, validAt, knownAt),
      validAt,
      knownAt,
      events: knownThen(events, knownAt),
      certificates,
      tasks: tasks.map((task) => ({
        ...task,
        failure: task.failure && tellFailure(withoutFault(task.failure), locale),
      })),
    };
  }
}

/** What broke inside is for operators: the batch and the failed job say it. Here the person himself reads. */
function withoutFault(failure: TaskFailure): TaskFailure {
  return failure.code === 'certification.task-failed'
    ? { ...failure, params: { ...failure.params, reason: '–' } }
    : failure;
}

/** What was on record at that instant: later events, and later signatures of earlier ones, were not. */
function knownThen(events: readonly CertificationEvent[], knownAt: Date): CertificationEvent[] {
  return events
    .filter(({ recordedAt }) => recordedAt <= knownAt)
    .map((event) => ({ ...event, signatures: event.signatures.filter(({ signedAt }) => signedAt <= knownAt) }));
}
