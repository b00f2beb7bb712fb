import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork, type Actor } from '@jssu/platform';
import { identityErrors } from '../domain/identity-errors.js';
import { passwordProblem } from '../domain/password-rules.js';
import { CheckCredentials } from './check-credentials.js';
import { hashPassword } from './password-hash.js';
import { Sessions } from './sessions.js';

/** One's own password: the old one is asked for, and every other session ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly credentials: CheckCredentials,
    private readonly sessions: Sessions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(actor: Actor, current: string, next: string, ip: string): Promise<void> {
    const { id } = await this.credentials.execute(actor.userName, current, ip);
    const reason = passwordProblem(next, actor.userName);
    if (reason) throw identityErrors['weak-password']({ reason });
    const passwordHash = await hashPassword(next);
    await this.uow.run(async () => {
      await this.uow.query('UPDATE account SET password_hash = $2 WHERE id = $1', [id, passwordHash]);
      await this.audit.record({
        action: 'identity.password-changed',
        entity: 'account',
        entityId: id,
        personId: actor.personId,
      });
      await this.sessions.revokeAll(id, 'password-change', actor.sessionId);
    });
  }
}
