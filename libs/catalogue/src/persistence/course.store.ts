import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@jssu/kernel';
import { FOREIGN_KEY_VIOLATION, pgConstraint, platformErrors, UnitOfWork } from '@jssu/platform';
import { catalogueErrors } from '../domain/catalogue-errors.js';
import type { CourseContent } from '../domain/course-content.js';
import { validateContent } from '../domain/validate-content.js';

export type CourseVersionState = 'draft' | 'approved' | 'retired';

/** The syllabus as one object, from the columns of `course_version v`. */
export const CONTENT = `jsonb_build_object('blocks', v.blocks, 'assessments', v.assessments, 'passRule', v.pass_rule,
  'minimumAttendance', v.minimum_attendance, 'prerequisites', v.prerequisites)`;

@Injectable()
export class CourseStore {
  constructor(private readonly uow: UnitOfWork) {}

  async insertDraft(courseId: string, number: number, content: CourseContent): Promise<string> {
    const id = uuidv7();
    await this.uow.query(
      `INSERT INTO course_version (id, course_id, number, blocks, assessments, pass_rule, minimum_attendance, prerequisites)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, courseId, number, ...columnsOf(content)],
    );
    return id;
  }

  async replaceContent(versionId: string, content: CourseContent): Promise<void> {
    await this.uow.query(
      `UPDATE course_version SET blocks = $2, assessments = $3, pass_rule = $4, minimum_attendance = $5, prerequisites = $6,
              version = version + 1 WHERE id = $1`,
      [versionId, ...columnsOf(content)],
    );
  }

  /** The version, locked with its course until the transaction ends. */
  async lockVersion(
    courseId: string,
    versionId: string,
  ): Promise<{ state: CourseVersionState; number: number; version: number; content: CourseContent }> {
    // The course first: approving touches two versions of it.
    await this.uow.query(`SELECT FROM course WHERE id = $1 FOR UPDATE`, [courseId]);
    const [row] = await this.uow.query<{
      state: CourseVersionState;
      number: number;
      version: number;
      content: CourseContent;
    }>(
      `SELECT v.state, v.number, v.version, ${CONTENT} AS content FROM course_version v WHERE v.id = $2 AND v.course_id = $1`,
      [courseId, versionId],
    );
    if (!row) throw platformErrors['not-found']({ what: 'course version' });
    return row;
  }
}

function columnsOf({ blocks, assessments, passRule, minimumAttendance, prerequisites }: CourseContent): unknown[] {
  const json = (value: unknown) => JSON.stringify(value);
  return [json(blocks), json(assessments), json(passRule), minimumAttendance, json(prerequisites)];
}

/** @throws `catalogue.bad-content` with every problem */
export function validContent(json: unknown): CourseContent {
  const check = validateContent(json);
  if (!check.ok) throw catalogueErrors['bad-content']({}, { problems: check.problems });
  return check.content;
}

/** Tells a code that is taken, and a site that is not there, from other failures of an insert. */
export async function refuseTakenCode<T>(code: string, constraint: string, insert: () => Promise<T>): Promise<T> {
  try {
    return await insert();
  } catch (error) {
    const pg = pgConstraint(error);
    if (pg?.constraint === constraint) throw catalogueErrors['code-taken']({ code });
    if (pg?.code === FOREIGN_KEY_VIOLATION) throw platformErrors['not-found']({ what: 'site' });
    throw error;
  }
}
