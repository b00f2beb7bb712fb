import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { AccountInReach } from './account-in-reach.js';
import { NewPassword, ONE_TIME_HOURS } from './new-password.js';
import { Rights } from './rights.js';
import { Sessions } from './sessions.js';

/**
 * For somebody who has lost his password: gives a one-time password, made here, to be handed over in person. It opens
 * nothing but the change to one of his own, so that the administrator never knows the password in use (ASVS V6.4.6).
 */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountInReach,
    private readonly passwords: NewPassword,
    private readonly sessions: Sessions,
    private readonly rights: Rights,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns the one-time password, which is kept nowhere in the clear */
  async execute(actor: Actor, scope: Scope, accountId: string, reason: string): Promise<string> {
    const { password, hash } = await this.passwords.oneTime();
    await this.uow.run(async () => {
      const { id, personId, userName } = await this.accounts.lock(actor, scope, accountId);
      await this.uow.query(
        `UPDATE account SET password_hash = $2, must_change_password = true,
           password_expires_at = clock_timestamp() + make_interval(hours => ${ONE_TIME_HOURS}) WHERE id = $1`,
        [id, hash],
      );
      // The reset is the way back for one whom wrong guesses have shut out.
      await this.uow.query(`DELETE FROM login_throttle WHERE key = 'user:' || $1 OR key LIKE 'pair:' || $1 || '|%'`, [
        userName,
      ]);
      await this.audit.record({
        action: 'identity.password-reset',
        entity: 'account',
        entityId: id,
        personId,
        reason,
      });
      await this.sessions.revokeAll(id, 'password-reset');
      await this.rights.changed(id);
    });
    return password;
  }
}
