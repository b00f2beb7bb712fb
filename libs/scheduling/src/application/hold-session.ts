import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { platformErrors, scopeSql, UnitOfWork, type Scope } from '@jssu/platform';

/** A scheduled session was held. The caller has locked its offering. */
@Injectable()
export class HoldSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `platform.not-found` for a session that is not there or not scheduled */
  async execute(scope: Scope, sessionId: string): Promise<void> {
    await this.uow.run(async () => {
      const params: unknown[] = [sessionId];
      const [row] = await this.uow.query<{ unitId: string }>(
        `UPDATE session s SET state = 'held', version = s.version + 1 FROM offering o
         WHERE s.id = $1 AND s.state = 'scheduled' AND o.id = s.offering_id AND ${scopeSql(scope, { unit: 'o.unit_id' }, params)}
         RETURNING o.unit_id AS "unitId"`,
        params,
      );
      if (!row) throw platformErrors['not-found']({ what: 'session' });
      await this.audit.record({
        action: 'scheduling.session-held',
        entity: 'session',
        entityId: sessionId,
        unitId: row.unitId,
        before: { state: 'scheduled' },
        after: { state: 'held' },
      });
    });
  }
}
