import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { platformErrors, UnitOfWork } from '@jssu/platform';

/** A scheduled session was held. The caller has locked its offering. */
@Injectable()
export class HoldSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `platform.not-found` for a session that is not there or not scheduled */
  async execute(sessionId: string): Promise<void> {
    await this.uow.run(async () => {
      const [row] = await this.uow.query<{ unitId: string }>(
        `UPDATE session s SET state = 'held', version = s.version + 1 FROM offering o
         WHERE s.id = $1 AND s.state = 'scheduled' AND o.id = s.offering_id RETURNING o.unit_id AS "unitId"`,
        [sessionId],
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
