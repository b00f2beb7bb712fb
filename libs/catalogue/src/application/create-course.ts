import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type LocalizedText } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import { CourseStore, refuseTakenCode, validContent } from '../persistence/course.store.js';

export interface NewCourse {
  readonly code: string;
  readonly title: LocalizedText;
  /** Of version 1, checked by `validateContent`. */
  readonly content: unknown;
}

/** A course with its first version as a draft. */
@Injectable()
export class CreateCourse {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: CourseStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `catalogue.bad-content`, `catalogue.code-taken` */
  async execute({ code, title, content: json }: NewCourse): Promise<{ id: string; versionId: string }> {
    const content = validContent(json);
    const id = uuidv7();
    return refuseTakenCode(code, 'course_code_is_unique', () =>
      this.uow.run(async () => {
        await this.uow.query(`INSERT INTO course (id, code, title) VALUES ($1, $2, $3)`, [
          id,
          code,
          JSON.stringify(title),
        ]);
        const versionId = await this.store.insertDraft(id, 1, content);
        await this.audit.record({
          action: 'catalogue.course-created',
          entity: 'course',
          entityId: id,
          after: { code, title, versionId, content },
        });
        return { id, versionId };
      }),
    );
  }
}
