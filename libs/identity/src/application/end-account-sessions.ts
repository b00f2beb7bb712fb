import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { AccountInReach } from './account-in-reach.js';
import { Sessions } from './sessions.js';

/** Signs somebody out everywhere, at once; each session that ends is audited. */
@Injectable()
export class EndAccountSessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountInReach,
    private readonly sessions: Sessions,
  ) {}

  async execute(actor: Actor, scope: Scope, accountId: string): Promise<void> {
    await this.uow.run(async () => {
      const { id } = await this.accounts.lock(actor, scope, accountId);
      await this.sessions.revokeAll(id, 'administrator');
    });
  }
}
