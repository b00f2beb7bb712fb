import { Injectable } from '@nestjs/common';
import { decodeCursor, keysetPage, platformErrors, scopeSql, UnitOfWork, type Page, type Scope } from '@jssu/platform';
import { AccountPeople, type AccountPerson } from '../application/account-people.js';

export interface AccountGrantRow {
  id: string;
  role: string;
  unitId: string | null;
  party: string | null;
}

export interface AccountRow {
  id: string;
  userName: string;
  personId: string | null;
  person: AccountPerson | null;
  status: string;
  createdAt: Date;
  grants: AccountGrantRow[];
}

export interface AccountFilter {
  /** Part of the user name, or of the person's name in any script or service number. */
  readonly search?: string;
  readonly status?: string;
}

const ACCOUNTS = `
  SELECT a.id, a.user_name AS "userName", a.person_id AS "personId", a.status, a.created_at AS "createdAt",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'unitId', g.unit_id, 'party', g.party) ORDER BY g.role), '[]')
          FROM role_grant g WHERE g.account_id = a.id) AS grants
  FROM account a`;

@Injectable()
export class AccountView {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: AccountPeople,
  ) {}

  /** Accounts with a grant inside the scope, by user name. */
  async list(scope: Scope, filter: AccountFilter, limit: number, cursor?: string): Promise<Page<AccountRow>> {
    const params: unknown[] = [];
    const where = [reached(scope, params)];
    if (filter.status) where.push(`a.status = $${params.push(filter.status)}`);
    if (filter.search) {
      const pattern = `%${filter.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      const name = `a.user_name LIKE $${params.push(pattern)}`;
      where.push(
        `(${name} OR a.person_id = ANY($${params.push(await this.people.withAccount(filter.search))}::uuid[]))`,
      );
    }
    const key = decodeCursor(cursor, 1);
    if (key) where.push(`a.user_name > $${params.push(key[0])}`);
    const rows = await this.uow.query<Omit<AccountRow, 'person'>>(
      `${ACCOUNTS} WHERE ${where.join(' AND ')} ORDER BY a.user_name LIMIT ${limit + 1}`,
      params,
    );
    const page = keysetPage(rows, limit, (row) => [row.userName]);
    return { ...page, items: await this.withPeople(page.items) };
  }

  /** @throws `platform.not-found` for an account that is not there or outside the scope: the two look the same */
  async one(scope: Scope, id: string): Promise<AccountRow> {
    const params: unknown[] = [id];
    const rows = await this.uow.query<Omit<AccountRow, 'person'>>(
      `${ACCOUNTS} WHERE a.id = $1 AND ${reached(scope, params)}`,
      params,
    );
    const [account] = await this.withPeople(rows);
    if (!account) throw platformErrors['not-found']({ what: 'account' });
    return account;
  }

  private async withPeople(rows: readonly Omit<AccountRow, 'person'>[]): Promise<AccountRow[]> {
    const people = await this.people.byIds(rows.flatMap(({ personId }) => personId ?? []));
    const byId = new Map(people.map((person) => [person.id, person]));
    return rows.map((row) => ({ ...row, person: byId.get(row.personId ?? '') ?? null }));
  }
}

function reached(scope: Scope, params: unknown[]): string {
  if (scope.kind === 'all') return 'TRUE';
  const inside = scopeSql(scope, { unit: 'g.unit_id', person: 'a.person_id' }, params);
  return `EXISTS (SELECT FROM role_grant g WHERE g.account_id = a.id AND ${inside})`;
}
