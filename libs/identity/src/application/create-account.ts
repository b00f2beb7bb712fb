import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@jssu/kernel';
import { AuditTrail } from '@jssu/audit';
import { pgConstraint, UnitOfWork } from '@jssu/platform';
import { identityErrors } from '../domain/identity-errors.js';
import { NewPassword, ONE_TIME_HOURS } from './new-password.js';

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
    private readonly passwords: NewPassword,
  ) {}

  /** @returns the id of the account; it can do nothing until a role is granted */
  async execute({ userName, password, personId }: NewAccount): Promise<string> {
    const name = userName.trim().toLowerCase();
    return this.insert(name, personId ?? null, await this.passwords.chosen(password, name, personId ?? null), false);
  }

  /** An account with a password made here, which its owner must change within 72 hours. */
  async withOneTimePassword({ userName, personId }: Omit<NewAccount, 'password'>) {
    const { password, hash } = await this.passwords.oneTime();
    const id = await this.insert(userName.trim().toLowerCase(), personId ?? null, hash, true);
    return { id, oneTimePassword: password };
  }

  private async insert(name: string, personId: string | null, hash: string, oneTime: boolean): Promise<string> {
    const id = uuidv7();
    try {
      await this.uow.run(async () => {
        await this.uow.query(
          `INSERT INTO account (id, user_name, person_id, password_hash, must_change_password, password_expires_at)
           VALUES ($1, $2, $3, $4, $5, CASE WHEN $5 THEN clock_timestamp() + make_interval(hours => ${ONE_TIME_HOURS}) END)`,
          [id, name, personId, hash, oneTime],
        );
        await this.audit.record({
          action: 'identity.account-created',
          entity: 'account',
          entityId: id,
          personId,
          after: { userName: name, oneTimePassword: oneTime },
        });
      });
    } catch (error) {
      const broken = pgConstraint(error)?.constraint;
      if (broken === 'account_user_name_is_unique') throw identityErrors['user-name-taken']();
      if (broken === 'account_person_id_key') throw identityErrors['person-has-account']();
      throw error;
    }
    return id;
  }
}
