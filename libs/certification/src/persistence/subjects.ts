import { Injectable } from '@nestjs/common';
import type { Zone } from '@jssu/kernel';
import { platformErrors, scopeSql, UnitOfWork, type Scope } from '@jssu/platform';

export interface Subject {
  readonly unitId: string;
  /** In which the unit reads its days. */
  readonly zone: Zone;
}

/** The people about whom something is decided or recorded. */
@Injectable()
export class Subjects {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws `platform.not-found` for a person who is not there or outside the scope: the two look the same */
  async one(scope: Scope, personId: string): Promise<Subject> {
    const params: unknown[] = [personId];
    const [subject] = await this.uow.query<Subject>(
      `SELECT p.unit_id AS "unitId", u.zone FROM person p JOIN unit u ON u.id = p.unit_id
       WHERE p.id = $1 AND ${scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)}`,
      params,
    );
    if (!subject) throw platformErrors['not-found']({ what: 'person' });
    return subject;
  }
}
