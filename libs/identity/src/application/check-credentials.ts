import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork } from '@jssu/platform';
import { identityErrors } from '../domain/identity-errors.js';
import { LoginThrottle } from './login-throttle.js';
import { hashPassword, verifyPassword } from './password-hash.js';

export interface AccountLogin {
  readonly id: string;
  readonly userName: string;
}

/** Checks a user name and password, slowing down guessing. What is wrong, and whether the name exists, shows in nothing. */
@Injectable()
export class CheckCredentials {
  /** Compared when the name is unknown, so that the answer takes as long. */
  private readonly decoy = hashPassword('a password that no account has');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly throttle: LoginThrottle,
  ) {}

  async execute(userName: string, password: string, ip: string): Promise<AccountLogin> {
    const name = userName.trim().toLowerCase();
    const attempt = await this.throttle.begin(name, ip);
    const [account] = await this.uow.query<{ id: string; user_name: string; password_hash: string; usable: boolean }>(
      `SELECT id, user_name, password_hash,
              status = 'active' AND (password_expires_at IS NULL OR password_expires_at > clock_timestamp()) AS usable
       FROM account WHERE user_name = $1`,
      [name],
    );
    const right = await verifyPassword(account?.password_hash ?? (await this.decoy), password);
    if (right && account?.usable) {
      await this.throttle.succeeded(attempt);
      return { id: account.id, userName: account.user_name };
    }
    await this.uow.run(() =>
      this.audit.record({
        action: 'identity.log-in-failed',
        entity: 'account',
        entityId: account?.id ?? 'unknown',
        after: { ip },
      }),
    );
    throw identityErrors['wrong-credentials']();
  }
}
