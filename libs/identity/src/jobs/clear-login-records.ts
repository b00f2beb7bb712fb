import { Injectable } from '@nestjs/common';
import { PeriodicTask, UnitOfWork } from '@jssu/platform';
import { FORGET_AFTER_SECONDS, KNOWN_ADDRESS_DAYS } from '../domain/throttle.js';

const PAUSE_MS = 3_600_000;
const BATCH = 5000;
/** Ended sessions are kept while their address counts as known; the audit trail tells of them for good. */
const KEEP_ENDED_DAYS = KNOWN_ADDRESS_DAYS + 60;

/** Forgets failed log-ins that no longer count, and sessions that ended long ago. */
@Injectable()
export class ClearLoginRecords extends PeriodicTask {
  constructor(private readonly uow: UnitOfWork) {
    super('log-in records', PAUSE_MS);
  }

  protected async runOnce(): Promise<number> {
    const failures = await this.uow.query(
      `DELETE FROM login_throttle WHERE key IN (
         SELECT key FROM login_throttle
         WHERE last_failure_at < clock_timestamp() - make_interval(secs => ${FORGET_AFTER_SECONDS}) AND blocked_until < clock_timestamp()
         LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING 1`,
    );
    const sessions = await this.uow.query(
      `DELETE FROM login_session WHERE id IN (
         SELECT id FROM login_session
         WHERE coalesce(revoked_at, expires_at) < now() - make_interval(days => ${KEEP_ENDED_DAYS})
         LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
       RETURNING 1`,
    );
    return failures.length + sessions.length;
  }
}
