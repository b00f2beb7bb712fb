import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { Clock, platformErrors, scopeSql, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { catalogueErrors } from '../domain/catalogue-errors.js';

/** Takes an instructor's authorisation away at once. Sessions that he was to teach stay; publishing refuses them. */
@Injectable()
export class WithdrawAuthorisation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, scope: Scope, id: string, reason: string): Promise<void> {
    await this.uow.run(async () => {
      const params: unknown[] = [id];
      const [row] = await this.uow.query<{ personId: string; unitId: string; courseId: string; role: string }>(
        `SELECT a.person_id AS "personId", p.unit_id AS "unitId", a.course_id AS "courseId", a.role
         FROM instructor_authorisation a JOIN person p ON p.id = a.person_id
         WHERE a.id = $1 AND a.withdrawn_at IS NULL AND ${scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params)} FOR UPDATE OF a`,
        params,
      );
      if (!row) throw platformErrors['not-found']({ what: 'authorisation' });
      if (row.personId === actor.personId) throw catalogueErrors['actor-is-subject']();
      await this.uow.query(
        `UPDATE instructor_authorisation SET withdrawn_at = $2, version = version + 1 WHERE id = $1`,
        [id, this.clock.now()],
      );
      await this.audit.record({
        action: 'catalogue.authorisation-withdrawn',
        entity: 'instructor-authorisation',
        entityId: id,
        personId: row.personId,
        unitId: row.unitId,
        before: { courseId: row.courseId, role: row.role },
        reason,
      });
    });
  }
}
