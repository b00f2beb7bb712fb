import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@jssu/platform';
import { identityErrors } from '../domain/identity-errors.js';
import {
  addressKey,
  FORGET_AFTER_SECONDS,
  FREE_FAILURES,
  KNOWN_ADDRESS_DAYS,
  THROTTLES,
  waitAfter,
  type Throttle,
} from '../domain/throttle.js';

/** One attempt, counted before it is made: a thousand at once are a thousand counted, not a thousand let through. */
export interface Attempt {
  readonly keys: readonly (readonly [Throttle, string])[];
}

@Injectable()
export class LoginThrottle {
  constructor(private readonly uow: UnitOfWork) {}

  /** Counts an attempt as failed until `succeeded` says otherwise. @throws `identity.throttled` while a wait lasts */
  async begin(userName: string, ip: string): Promise<Attempt> {
    const address = addressKey(ip);
    const name = userName.slice(0, 64);
    const known = await this.isKnown(name, ip);
    const keyOf: Readonly<Record<Throttle, string>> = {
      ip: `ip:${address}`,
      pair: `pair:${name}|${address}`,
      user: `user:${name}`,
    };
    // Always in the same order: two attempts never wait for each other.
    const keys = THROTTLES.filter((kind) => !(known && kind === 'user')).map((kind) => [kind, keyOf[kind]] as const);
    await this.uow.run(async () => {
      for (const [kind, key] of keys) await this.count(kind, key);
    });
    return { keys };
  }

  /** Takes the attempt back: what this name did wrong at this address is forgotten. */
  async succeeded({ keys }: Attempt): Promise<void> {
    await this.uow.run(async () => {
      for (const [kind, key] of keys) {
        if (kind === 'pair') await this.uow.query('DELETE FROM login_throttle WHERE key = $1', [key]);
        else
          await this.uow.query(
            `UPDATE login_throttle SET failures = greatest(failures - 1, 0),
               blocked_until = CASE WHEN failures <= $2 THEN clock_timestamp() ELSE blocked_until END WHERE key = $1`,
            [key, FREE_FAILURES[kind]],
          );
      }
    });
  }

  private async count(kind: Throttle, key: string): Promise<void> {
    const [row] = await this.uow.query<{ failures: number; seconds: number }>(
      `INSERT INTO login_throttle AS t (key, failures, last_failure_at, blocked_until) VALUES ($1, 1, clock_timestamp(), clock_timestamp())
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN t.blocked_until > clock_timestamp() THEN t.failures
                         WHEN t.last_failure_at < clock_timestamp() - make_interval(secs => ${FORGET_AFTER_SECONDS}) THEN 1
                         ELSE t.failures + 1 END,
         last_failure_at = CASE WHEN t.blocked_until > clock_timestamp() THEN t.last_failure_at ELSE clock_timestamp() END
       RETURNING failures, ceil(extract(epoch FROM blocked_until - clock_timestamp()))::int AS seconds`,
      [key],
    );
    if (row.seconds > 0) throw identityErrors.throttled({ seconds: row.seconds });
    const wait = waitAfter(row.failures, kind);
    if (wait === 0) return;
    await this.uow.query(
      `UPDATE login_throttle SET blocked_until = clock_timestamp() + make_interval(secs => $2) WHERE key = $1`,
      [key, wait],
    );
  }

  private async isKnown(userName: string, ip: string): Promise<boolean> {
    const rows = await this.uow.query(
      `SELECT FROM login_session s JOIN account a ON a.id = s.account_id
       WHERE a.user_name = $1 AND s.ip = $2 AND s.created_at > now() - make_interval(days => ${KNOWN_ADDRESS_DAYS}) LIMIT 1`,
      [userName, ip],
    );
    return rows.length > 0;
  }
}
