import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork, type Actor } from '@jssu/platform';
import { identityErrors } from '../domain/identity-errors.js';
import { CheckCredentials } from './check-credentials.js';
import { NewPassword } from './new-password.js';
import { Rights } from './rights.js';
import { Sessions } from './sessions.js';

/** One's own password: the old one is asked for, and every other session ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly credentials: CheckCredentials,
    private readonly passwords: NewPassword,
    private readonly sessions: Sessions,
    private readonly rights: Rights,
    private readonly audit: AuditTrail,
  ) {}

  async execute(actor: Actor, current: string, next: string, ip: string): Promise<void> {
    const { id } = await this.credentials.execute(actor.userName, current, ip);
    if (next === current) throw identityErrors['password-unchanged']();
    const passwordHash = await this.passwords.chosen(next, actor.userName, actor.personId);
    await this.uow.run(async () => {
      await this.uow.query(
        'UPDATE account SET password_hash = $2, must_change_password = false, password_expires_at = NULL WHERE id = $1',
        [id, passwordHash],
      );
      await this.audit.record({
        action: 'identity.password-changed',
        entity: 'account',
        entityId: id,
        personId: actor.personId,
      });
      await this.sessions.revokeAll(id, 'password-change', actor.sessionId);
      await this.rights.changed(id);
    });
  }
}
