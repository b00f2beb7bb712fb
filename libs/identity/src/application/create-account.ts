import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@jssu/kernel';
import { AuditTrail } from '@jssu/audit';
import { pgConstraint, UnitOfWork } from '@jssu/platform';
import { identityErrors } from '../domain/identity-errors.js';
import { passwordProblem } from '../domain/password-rules.js';
import { hashPassword } from './password-hash.js';

export interface NewAccount {
  /** 3 to 64 of a–z, 0–9, dot, dash, underscore. */
  readonly userName: string;
  readonly password: string;
  readonly personId?: string | null;
}

@Injectable()
export class CreateAccount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns the id of the account; it can do nothing until a role is granted */
  async execute({ userName, password, personId }: NewAccount): Promise<string> {
    const name = userName.trim().toLowerCase();
    const reason = passwordProblem(password, name);
    if (reason) throw identityErrors['weak-password']({ reason });
    const id = uuidv7();
    const passwordHash = await hashPassword(password);
    try {
      await this.uow.run(async () => {
        await this.uow.query(`INSERT INTO account (id, user_name, person_id, password_hash) VALUES ($1, $2, $3, $4)`, [
          id,
          name,
          personId ?? null,
          passwordHash,
        ]);
        await this.audit.record({
          action: 'identity.account-created',
          entity: 'account',
          entityId: id,
          personId,
          after: { userName: name },
        });
      });
    } catch (error) {
      if (pgConstraint(error)?.constraint === 'account_user_name_is_unique') throw identityErrors['user-name-taken']();
      throw error;
    }
    return id;
  }
}
