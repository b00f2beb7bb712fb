import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { platformErrors, UnitOfWork } from '@jssu/platform';
import { catalogueErrors } from '../domain/catalogue-errors.js';
import { CourseStore, validContent } from '../persistence/course.store.js';

/** Replaces the syllabus of a draft. */
@Injectable()
export class ChangeCourseVersion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CourseStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns the new version @throws `catalogue.bad-content`, `catalogue.version-frozen`, `platform.version-conflict` */
  async execute(courseId: string, versionId: string, version: number, json: unknown): Promise<number> {
    const content = validContent(json);
    return this.uow.run(async () => {
      const before = await this.store.lockVersion(courseId, versionId);
      if (before.version !== version) throw platformErrors['version-conflict']({}, { currentVersion: before.version });
      if (before.state !== 'draft') throw catalogueErrors['version-frozen']({ state: before.state });
      await this.store.replaceContent(versionId, content);
      await this.audit.record({
        action: 'catalogue.course-version-changed',
        entity: 'course',
        entityId: courseId,
        before: { versionId, content: before.content },
        after: { versionId, content },
      });
      return version + 1;
    });
  }
}
