import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { AccountInReach } from './account-in-reach.js';

/** Opens a disabled account again, with the password and the grants that it had. */
@Injectable()
export class EnableAccount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountInReach,
    private readonly audit: AuditTrail,
  ) {}

  async execute(actor: Actor, scope: Scope, accountId: string, reason: string): Promise<void> {
    await this.uow.run(async () => {
      const { id, personId, status } = await this.accounts.lock(actor, scope, accountId);
      if (status === 'active') return;
      await this.uow.query(`UPDATE account SET status = 'active' WHERE id = $1`, [id]);
      await this.audit.record({
        action: 'identity.account-enabled',
        entity: 'account',
        entityId: id,
        personId,
        before: { status },
        after: { status: 'active' },
        reason,
      });
    });
  }
}
