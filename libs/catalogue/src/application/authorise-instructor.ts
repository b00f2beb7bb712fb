import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { uuidv7, type CivilDate } from '@jssu/kernel';
import { PeopleView } from '@jssu/people';
import {
  FOREIGN_KEY_VIOLATION,
  pgConstraint,
  platformErrors,
  UnitOfWork,
  type Actor,
  type Scope,
} from '@jssu/platform';
import { catalogueErrors } from '../domain/catalogue-errors.js';
import type { InstructorRole } from '../domain/course-content.js';

export interface NewAuthorisation {
  readonly personId: string;
  readonly courseId: string;
  readonly role: InstructorRole;
  readonly validFrom: CivilDate;
  /** Last day, inclusive; null: without end. */
  readonly validUntil: CivilDate | null;
}

/** The right of a person to teach a course in a role, from one day to another. Nobody gives it to himself. */
@Injectable()
export class AuthoriseInstructor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PeopleView,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `catalogue.actor-is-subject`, `catalogue.bad-validity`, `catalogue.already-authorised` */
  async execute(actor: Actor, scope: Scope, authorisation: NewAuthorisation): Promise<string> {
    const { personId, courseId, role, validFrom, validUntil } = authorisation;
    if (actor.personId === personId) throw catalogueErrors['actor-is-subject']();
    if (validUntil && validUntil < validFrom) throw catalogueErrors['bad-validity']();
    const { unitId } = await this.people.one(scope, personId);
    const id = uuidv7();
    try {
      await this.uow.run(async () => {
        await this.uow.query(
          `INSERT INTO instructor_authorisation (id, person_id, course_id, role, valid_from, valid_until) VALUES ($1, $2, $3, $4, $5, $6)`,
          [id, personId, courseId, role, validFrom, validUntil],
        );
        await this.audit.record({
          action: 'catalogue.instructor-authorised',
          entity: 'instructor-authorisation',
          entityId: id,
          personId,
          unitId,
          after: authorisation,
        });
      });
    } catch (error) {
      const { code, constraint } = pgConstraint(error) ?? {};
      if (constraint === 'instructor_authorisation_one_at_a_time') throw catalogueErrors['already-authorised']();
      if (code === FOREIGN_KEY_VIOLATION) throw platformErrors['not-found']({ what: 'course' });
      throw error;
    }
    return id;
  }
}
