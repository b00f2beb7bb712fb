import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork } from '@jssu/platform';
import { identityErrors } from '../domain/identity-errors.js';
import { FORGET_AFTER_SECONDS, waitAfter, type FREE_FAILURES } from '../domain/throttle.js';
import { hashPassword, verifyPassword } from './password-hash.js';

export interface AccountLogin {
  readonly id: string;
  readonly userName: string;
}

/** Checks a user name and password, slowing down guessing by name and by address. */
@Injectable()
export class CheckCredentials {
  /** Compared when the name is unknown, so that the answer takes as long. */
  private readonly decoy = hashPassword('a password that no account has');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  async execute(userName: string, password: string, ip: string): Promise<AccountLogin> {
    const name = userName.trim().toLowerCase();
    const keys = [['user', `user:${name.slice(0, 64)}`] as const, ['ip', `ip:${ip}`] as const];
    await this.refuseWhenBlocked(keys.map(([, key]) => key));
    const [account] = await this.uow.query<{ id: string; user_name: string; password_hash: string; status: string }>(
      'SELECT id, user_name, password_hash, status FROM account WHERE user_name = $1',
      [name],
    );
    const right = await verifyPassword(account?.password_hash ?? (await this.decoy), password);
    if (right && account?.status === 'active') {
      await this.uow.query('DELETE FROM login_throttle WHERE key = $1', [keys[0][1]]);
      return { id: account.id, userName: account.user_name };
    }
    await this.uow.run(async () => {
      for (const [kind, key] of keys) await this.countFailure(kind, key);
      await this.audit.record({
        action: 'identity.log-in-failed',
        entity: 'account',
        entityId: account?.id ?? 'unknown',
        after: { ip },
      });
    });
    throw identityErrors['wrong-credentials']();
  }

  private async refuseWhenBlocked(keys: string[]): Promise<void> {
    const [row] = await this.uow.query<{ seconds: number | null }>(
      `SELECT ceil(extract(epoch FROM max(blocked_until) - clock_timestamp()))::int AS seconds
       FROM login_throttle WHERE key = ANY($1) AND blocked_until > clock_timestamp()`,
      [keys],
    );
    if (row?.seconds) throw identityErrors.throttled({ seconds: row.seconds });
  }

  private async countFailure(kind: keyof typeof FREE_FAILURES, key: string): Promise<void> {
    const [{ failures }] = await this.uow.query<{ failures: number }>(
      `INSERT INTO login_throttle AS t (key, failures, last_failure_at, blocked_until) VALUES ($1, 1, clock_timestamp(), clock_timestamp())
       ON CONFLICT (key) DO UPDATE SET last_failure_at = clock_timestamp(),
         failures = CASE WHEN t.last_failure_at < clock_timestamp() - make_interval(secs => ${FORGET_AFTER_SECONDS}) THEN 1 ELSE t.failures + 1 END
       RETURNING failures`,
      [key],
    );
    const wait = waitAfter(failures, kind);
    if (wait > 0) {
      await this.uow.query(
        `UPDATE login_throttle SET blocked_until = clock_timestamp() + make_interval(secs => $2) WHERE key = $1`,
        [key, wait],
      );
    }
  }
}
