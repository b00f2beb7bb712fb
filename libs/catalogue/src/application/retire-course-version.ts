import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { UnitOfWork } from '@jssu/platform';
import { catalogueErrors } from '../domain/catalogue-errors.js';
import { CourseStore } from '../persistence/course.store.js';

/** Takes the approved version out of use without a successor; offerings that follow it go on. */
@Injectable()
export class RetireCourseVersion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CourseStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `catalogue.not-in-use` when it is not approved */
  async execute(courseId: string, versionId: string, reason: string): Promise<void> {
    await this.uow.run(async () => {
      const { state } = await this.store.lockVersion(courseId, versionId);
      if (state !== 'approved') throw catalogueErrors['not-in-use']({ state });
      await this.uow.query(`UPDATE course_version SET state = 'retired', version = version + 1 WHERE id = $1`, [
        versionId,
      ]);
      await this.audit.record({
        action: 'catalogue.course-version-retired',
        entity: 'course',
        entityId: courseId,
        after: { versionId },
        reason,
      });
    });
  }
}
