import { Injectable } from '@nestjs/common';
import type { PasswordContext } from '@jssu/identity';
import { UnitOfWork } from '@jssu/platform';

/** Names and service number: the first that somebody would try as the password of a person whom he knows. */
@Injectable()
export class PersonWords implements PasswordContext {
  constructor(private readonly uow: UnitOfWork) {}

  async wordsOf(personId: string): Promise<string[]> {
    const rows = await this.uow.query<{ word: string | null }>(
      `SELECT unnest(ARRAY[service_number, name_en, name_ur, name_zh]) AS word FROM person WHERE id = $1`,
      [personId],
    );
    return rows.flatMap(({ word }) => word ?? []);
  }
}
