import { Injectable } from '@nestjs/common';
import type { AccountPeople, AccountPerson } from '@jssu/identity';
import { UnitOfWork } from '@jssu/platform';
import { PERSON_NAMES } from '../names/person-names.js';
import { matchesSearch } from './search.sql.js';

/** Tells identity who uses its accounts. */
@Injectable()
export class PeopleWithAccounts implements AccountPeople {
  constructor(private readonly uow: UnitOfWork) {}

  async byIds(personIds: readonly string[]): Promise<AccountPerson[]> {
    if (personIds.length === 0) return [];
    return this.uow.query<AccountPerson>(
      `SELECT p.id, p.service_number AS "serviceNumber", ${PERSON_NAMES} FROM person p WHERE p.id = ANY($1::uuid[])`,
      [personIds],
    );
  }

  async withAccount(search: string): Promise<string[]> {
    const params: unknown[] = [];
    const rows = await this.uow.query<{ id: string }>(
      `SELECT p.id FROM person p JOIN account a ON a.person_id = p.id WHERE ${matchesSearch(search, params)}`,
      params,
    );
    return rows.map(({ id }) => id);
  }
}
