import { Injectable } from '@nestjs/common';
import type { Prerequisite as CoursePrerequisite } from '@jssu/catalogue';
import { scopeSql, UnitOfWork, type Scope } from '@jssu/platform';
import { TraineeBookings, type OfferingRecord } from '@jssu/scheduling';
import type { CandidateFacts } from '../domain/decide-enrolment.js';
import { missingPrerequisites, type MissingPrerequisite, type Prerequisite } from '../domain/eligibility.js';
import { LIVE, type EnrolmentState } from '../domain/enrolment-state.js';
import { prerequisiteKeys } from '../persistence/enrolment.store.js';
import { Holdings } from './holdings.js';

export interface Candidate extends CandidateFacts {
  readonly unitId: string;
  /** The live enrolment that `alreadyEnrolled` is about. */
  readonly enrolment: { readonly id: string; readonly state: EnrolmentState } | null;
}

/** Which people are asked about: those in a scope, and all of one unit. */
export interface Whom {
  readonly scope: Scope;
  readonly orOfUnit?: string;
}

/** What speaks for and against people on an offering: a few statements, however many they are. */
@Injectable()
export class Candidates {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly holdings: Holdings,
    private readonly bookings: TraineeBookings,
  ) {}

  /** Those of the people who are there and may be asked about. */
  async of(offering: OfferingRecord, personIds: readonly string[], whom: Whom): Promise<Map<string, Candidate>> {
    const params: unknown[] = [offering.id, personIds, offering.openToUnitId, LIVE];
    const mayAsk = [scopeSql(whom.scope, { unit: 'p.unit_id', person: 'p.id' }, params)];
    if (whom.orOfUnit) mayAsk.push(`p.unit_id = $${params.push(whom.orOfUnit)}::uuid`);
    const people = await this.uow.query<
      Pick<Candidate, 'personId' | 'unitId' | 'serves' | 'unitIsOpen' | 'enrolment'> & {
        prerequisites: CoursePrerequisite[];
      }
    >(
      `SELECT p.id AS "personId", p.unit_id AS "unitId", p.status = 'active' AS serves,
              p.unit_id IN (SELECT id FROM unit_and_below($3)) AS "unitIsOpen",
              (SELECT jsonb_build_object('id', e.id, 'state', e.state) FROM enrolment e
               WHERE e.offering_id = $1 AND e.person_id = p.id AND e.state = ANY($4::text[])) AS enrolment,
              v.prerequisites
       FROM person p CROSS JOIN offering o JOIN course_version v ON v.id = o.course_version_id
       WHERE o.id = $1 AND p.id = ANY($2::uuid[]) AND (${mayAsk.join(' OR ')})`,
      params,
    );
    const ids = people.map(({ personId }) => personId);
    const prerequisites = prerequisiteKeys(people.at(0)?.prerequisites ?? []);
    const missing = await this.missing(prerequisites, ids, offering);
    const clashes = ids.length > 0 ? await this.bookings.clashes(offering.id, ids) : [];
    return new Map(
      people.map(({ personId, unitId, serves, unitIsOpen, enrolment }) => [
        personId,
        {
          personId,
          unitId,
          serves,
          unitIsOpen,
          enrolment,
          alreadyEnrolled: enrolment !== null,
          missing: missing(personId),
          clashes: clashes
            .filter((clash) => clash.personId === personId)
            .map(({ sessionId, with: other }) => ({ sessionId, with: other })),
        },
      ]),
    );
  }

  /** Prerequisites that a person does not fulfil on the first day; asked of the libs that know only where there are any. */
  async missing(
    prerequisites: readonly Prerequisite[],
    personIds: readonly string[],
    { startsOn }: Pick<OfferingRecord, 'startsOn'>,
  ): Promise<(personId: string) => readonly MissingPrerequisite[]> {
    if (prerequisites.length === 0 || personIds.length === 0) return () => [];
    const held = await this.holdings.of(personIds);
    return (personId) => missingPrerequisites(prerequisites, held.get(personId) ?? [], startsOn);
  }
}
