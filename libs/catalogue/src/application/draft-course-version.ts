import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { platformErrors, UnitOfWork } from '@jssu/platform';
import { catalogueErrors } from '../domain/catalogue-errors.js';
import { CourseStore, validContent } from '../persistence/course.store.js';

/** A further version of a course as a draft; the approved one stays in use until the draft is approved. */
@Injectable()
export class DraftCourseVersion {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CourseStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `catalogue.bad-content`, `catalogue.draft-exists` */
  async execute(courseId: string, json: unknown): Promise<string> {
    const content = validContent(json);
    return this.uow.run(async () => {
      const [course] = await this.uow.query(`SELECT id FROM course WHERE id = $1 FOR UPDATE`, [courseId]);
      if (!course) throw platformErrors['not-found']({ what: 'course' });
      const [{ number, drafts }] = await this.uow.query<{ number: number; drafts: number }>(
        `SELECT max(number) + 1 AS number, count(*) FILTER (WHERE state = 'draft')::int AS drafts
         FROM course_version WHERE course_id = $1`,
        [courseId],
      );
      if (drafts > 0) throw catalogueErrors['draft-exists']();
      const versionId = await this.store.insertDraft(courseId, number, content);
      await this.audit.record({
        action: 'catalogue.course-version-drafted',
        entity: 'course',
        entityId: courseId,
        after: { versionId, number, content },
      });
      return versionId;
    });
  }
}
