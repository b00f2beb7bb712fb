import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { isUuid, sha256, uuidv7 } from '@jssu/kernel';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork } from '@jssu/platform';
import { identityErrors } from '../domain/identity-errors.js';
import { Rights } from './rights.js';

/** Lifetime of an access token. */
export const ACCESS_SECONDS = 600;
/** A session ends when it is not used for this long. */
export const SESSION_DAYS = 14;
/** A session ends this long after the log-in, however much it is used: NIST SP 800-63B-4 §2.1.3. */
export const SESSION_MAX_DAYS = 30;

/** For so long the token before the present one is taken too. */
const GRACE_SECONDS = 10;

export interface Tokens {
  readonly accessToken: string;
  readonly expiresIn: number;
  /** For the httpOnly cookie alone. */
  readonly refreshToken: string;
}

export interface SessionRow {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  userAgent: string;
  ip: string;
}

interface Client {
  readonly userAgent: string;
  readonly ip: string;
}

/** Log-in sessions: each has one refresh token that works once. A token that comes twice ends the session. */
@Injectable()
export class Sessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jwt: JwtService,
    private readonly audit: AuditTrail,
    private readonly rights: Rights,
  ) {}

  async open(accountId: string, client: Client): Promise<Tokens> {
    const id = uuidv7();
    const secret = randomBytes(32);
    await this.uow.query(
      `INSERT INTO login_session (id, account_id, refresh_hash, user_agent, ip, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => ${SESSION_DAYS}))`,
      [id, accountId, sha256(secret), client.userAgent.slice(0, 300), client.ip],
    );
    return this.tokens(accountId, id, secret);
  }

  /**
   * Swaps the refresh token for a new one. A used token means that two hold it: nobody keeps the session. The token
   * just before is taken once more, for a few seconds and from the same browser: the new one may not have arrived there.
   */
  async refresh(token: string | undefined, userAgent: string): Promise<Tokens> {
    const [id, secretText] = (token ?? '').split('.');
    if (!isUuid(id) || !secretText) throw identityErrors['session-ended']();
    const presented = sha256(Buffer.from(secretText, 'base64url'));
    const outcome = await this.uow.run(async () => {
      const [session] = await this.uow.query<{
        account_id: string;
        refresh_hash: Buffer;
        previous: Buffer | null;
        live: boolean;
      }>(
        `SELECT s.account_id, s.refresh_hash,
           CASE WHEN s.user_agent = $2 AND s.last_used_at > now() - make_interval(secs => ${GRACE_SECONDS}) THEN s.previous_hash END AS previous,
           s.revoked_at IS NULL AND s.expires_at > now() AND a.status = 'active' AS live
         FROM login_session s JOIN account a ON a.id = s.account_id WHERE s.id = $1 FOR UPDATE OF s`,
        [id, userAgent.slice(0, 300)],
      );
      if (!session?.live) return undefined;
      const present = session.refresh_hash.equals(presented);
      if (!present && !session.previous?.equals(presented)) {
        await this.end(id, session.account_id, 'refresh-reuse');
        return undefined;
      }
      const secret = randomBytes(32);
      await this.uow.query(
        `UPDATE login_session SET refresh_hash = $2, previous_hash = $3, last_used_at = now(),
           expires_at = least(now() + make_interval(days => ${SESSION_DAYS}), created_at + make_interval(days => ${SESSION_MAX_DAYS})) WHERE id = $1`,
        [id, sha256(secret), present ? presented : null],
      );
      return this.tokens(session.account_id, id, secret);
    });
    if (!outcome) throw identityErrors['session-ended']();
    return outcome;
  }

  async revoke(accountId: string, sessionId: string, reason: 'logout' | 'revoked'): Promise<boolean> {
    return this.uow.run(() => this.end(sessionId, accountId, reason));
  }

  async revokeAll(
    accountId: string,
    reason: 'password-change' | 'password-reset' | 'account-disabled' | 'administrator',
    except?: string | null,
  ): Promise<void> {
    const live = await this.list(accountId);
    for (const session of live) if (session.id !== except) await this.end(session.id, accountId, reason);
  }

  list(accountId: string): Promise<SessionRow[]> {
    return this.uow.query<SessionRow>(
      `SELECT id, created_at AS "createdAt", last_used_at AS "lastUsedAt", user_agent AS "userAgent", ip
       FROM login_session WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > now() ORDER BY last_used_at DESC`,
      [accountId],
    );
  }

  private async end(id: string, accountId: string, reason: string): Promise<boolean> {
    const ended = await this.uow.query<{ id: string }>(
      `UPDATE login_session SET revoked_at = now(), revoked_reason = $3 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL RETURNING id`,
      [id, accountId, reason],
    );
    if (ended.length === 0) return false;
    await this.audit.record({
      action: 'identity.session-ended',
      entity: 'session',
      entityId: id,
      after: { accountId, reason },
    });
    await this.rights.changed(accountId);
    return true;
  }

  private async tokens(accountId: string, sessionId: string, secret: Buffer): Promise<Tokens> {
    const accessToken = await this.jwt.signAsync({ sub: accountId, sid: sessionId }, { expiresIn: ACCESS_SECONDS });
    return { accessToken, expiresIn: ACCESS_SECONDS, refreshToken: `${sessionId}.${secret.toString('base64url')}` };
  }
}
