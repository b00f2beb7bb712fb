import { Injectable } from '@nestjs/common';
import { platformErrors, UnitOfWork, type Scope } from '@jssu/platform';
import { offeringVisibleSql } from '@jssu/scheduling';

/** Offerings that an actor may know of, whoever runs them. */
@Injectable()
export class VisibleOfferings {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws `platform.not-found` for one that is not there or not to be seen */
  async require(scope: Scope, id: string): Promise<void> {
    const params: unknown[] = [id];
    const rows = await this.uow.query(
      `SELECT FROM offering o WHERE o.id = $1 AND ${offeringVisibleSql(scope, params)}`,
      params,
    );
    if (rows.length === 0) throw platformErrors['not-found']({ what: 'offering' });
  }
}
