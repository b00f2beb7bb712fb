import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { IDEMPOTENCY_HOURS } from '../http/idempotency.interceptor.js';
import { PeriodicTask } from './periodic-task.js';

const PAUSE_MS = 15 * 60_000;
const BATCH = 5000;

/** Forgets the answers that are kept for repeated requests, once nobody repeats them any more. */
@Injectable()
export class ClearIdempotencyKeys extends PeriodicTask {
  constructor(private readonly uow: UnitOfWork) {
    super('idempotency', PAUSE_MS);
  }

  /** In small bites: a long delete would hold up the requests that write here. */
  protected async runOnce(): Promise<number> {
    const gone = await this.uow.query(
      `DELETE FROM idempotency_key WHERE (account_id, key) IN (
         SELECT account_id, key FROM idempotency_key
         WHERE created_at < now() - make_interval(hours => ${IDEMPOTENCY_HOURS})
         ORDER BY created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING 1`,
    );
    return gone.length;
  }
}
