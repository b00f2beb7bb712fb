import { Injectable } from '@nestjs/common';
import { uuidv7, type Party } from '@jssu/kernel';
import { AuditTrail } from '@jssu/audit';
import { mayPlace, platformErrors, UnitOfWork, type Actor, type Role, type Scope } from '@jssu/platform';
import { identityErrors } from '../domain/identity-errors.js';
import { Rights } from './rights.js';

export interface NewGrant {
  readonly role: Role;
  /** The root of the subtree; null for every unit. */
  readonly unitId: string | null;
  readonly party: Party | null;
}

/** Gives or takes a role. Nobody touches his own rights, nor gives more than he has. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly rights: Rights,
  ) {}

  async execute(actor: Actor, scope: Scope, accountId: string, grant: NewGrant): Promise<string> {
    this.refuse(actor, scope, accountId, grant);
    const id = uuidv7();
    await this.uow.run(async () => {
      await this.uow.query(
        `INSERT INTO role_grant (id, account_id, role, unit_id, party, granted_by) VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, accountId, grant.role, grant.unitId, grant.party, actor.accountId],
      );
      await this.audit.record({
        action: 'identity.role-granted',
        entity: 'account',
        entityId: accountId,
        unitId: grant.unitId,
        after: grant,
      });
      await this.rights.changed(accountId);
    });
    return id;
  }

  async withdraw(actor: Actor, scope: Scope, accountId: string, grantId: string, reason?: string): Promise<void> {
    await this.uow.run(async () => {
      const [grant] = await this.uow.query<{ role: Role; unit_id: string | null; party: Party | null }>(
        'SELECT role, unit_id, party FROM role_grant WHERE id = $1 AND account_id = $2 FOR UPDATE',
        [grantId, accountId],
      );
      if (!grant) throw platformErrors['not-found']({ what: 'grant' });
      this.refuse(actor, scope, accountId, { unitId: grant.unit_id, party: grant.party });
      await this.uow.query('DELETE FROM role_grant WHERE id = $1', [grantId]);
      await this.audit.record({
        action: 'identity.role-withdrawn',
        entity: 'account',
        entityId: accountId,
        unitId: grant.unit_id,
        before: grant,
        reason,
      });
      await this.rights.changed(accountId);
    });
  }

  private refuse(
    actor: Actor,
    scope: Scope,
    accountId: string,
    { unitId, party }: Pick<NewGrant, 'unitId' | 'party'>,
  ): void {
    if (actor.accountId === accountId) throw identityErrors['own-rights']();
    // Who acts for one party grants for that party alone.
    if (scope.kind !== 'all' && !mayPlace(scope, unitId, party)) throw identityErrors['beyond-own-scope']();
  }
}
