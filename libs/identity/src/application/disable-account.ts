import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { AccountInReach } from './account-in-reach.js';
import { Rights } from './rights.js';
import { Sessions } from './sessions.js';

/** Closes an account: its sessions end at once, and nobody signs in with it until it is enabled again. */
@Injectable()
export class DisableAccount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountInReach,
    private readonly sessions: Sessions,
    private readonly rights: Rights,
    private readonly audit: AuditTrail,
  ) {}

  async execute(actor: Actor, scope: Scope, accountId: string, reason: string): Promise<void> {
    await this.uow.run(async () => {
      const { id, personId, status } = await this.accounts.lock(actor, scope, accountId);
      if (status === 'disabled') return;
      await this.uow.query(`UPDATE account SET status = 'disabled' WHERE id = $1`, [id]);
      await this.audit.record({
        action: 'identity.account-disabled',
        entity: 'account',
        entityId: id,
        personId,
        before: { status },
        after: { status: 'disabled' },
        reason,
      });
      await this.sessions.revokeAll(id, 'account-disabled');
      await this.rights.changed(id);
    });
  }
}
