import { Injectable } from '@nestjs/common';
import type { Party } from '@jssu/kernel';
import { mayPlace, platformErrors, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { identityErrors } from '../domain/identity-errors.js';

export interface ReachedAccount {
  readonly id: string;
  readonly userName: string;
  readonly personId: string | null;
  readonly status: 'active' | 'disabled';
}

/**
 * The account that an administrator means, under its lock. All of its grants must lie inside his scope: else whoever
 * administers one unit could take over the account of one who administers more. Without any grant, or for one's own
 * account, this is nobody's but the widest administrator's, and another's.
 */
@Injectable()
export class AccountInReach {
  constructor(private readonly uow: UnitOfWork) {}

  async lock(actor: Actor, scope: Scope, accountId: string): Promise<ReachedAccount> {
    const [account] = await this.uow.query<ReachedAccount>(
      `SELECT id, user_name AS "userName", person_id AS "personId", status FROM account WHERE id = $1 FOR UPDATE`,
      [accountId],
    );
    const grants = await this.uow.query<{ unitId: string | null; party: Party | null }>(
      'SELECT unit_id AS "unitId", party FROM role_grant WHERE account_id = $1',
      [accountId],
    );
    const inside =
      scope.kind === 'all' ||
      (grants.length > 0 && grants.every(({ unitId, party }) => mayPlace(scope, unitId, party)));
    if (!account || !inside) throw platformErrors['not-found']({ what: 'account' });
    if (account.id === actor.accountId) throw identityErrors['own-account']();
    return account;
  }
}
