import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { Clock, UnitOfWork } from '@jssu/platform';
import { catalogueErrors } from '../domain/catalogue-errors.js';
import { CourseStore } from '../persistence/course.store.js';

/**
 * Approves a draft; from then on it never changes. The version approved before is retired: no new offering follows it,
 * those that do go on.
 */
@Injectable()
export class ApproveCourseVersion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CourseStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws `catalogue.version-frozen` when it is no draft */
  async execute(courseId: string, versionId: string): Promise<void> {
    await this.uow.run(async () => {
      const { state, number } = await this.store.lockVersion(courseId, versionId);
      if (state !== 'draft') throw catalogueErrors['version-frozen']({ state });
      const retired = await this.uow.query<{ id: string }>(
        `UPDATE course_version SET state = 'retired', version = version + 1
         WHERE course_id = $1 AND state = 'approved' RETURNING id`,
        [courseId],
      );
      await this.uow.query(
        `UPDATE course_version SET state = 'approved', approved_at = $2, version = version + 1 WHERE id = $1`,
        [versionId, this.clock.now()],
      );
      await this.audit.record({
        action: 'catalogue.course-version-approved',
        entity: 'course',
        entityId: courseId,
        after: { versionId, number, retired: retired.map(({ id }) => id) },
      });
    });
  }
}
