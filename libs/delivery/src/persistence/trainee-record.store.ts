import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@jssu/platform';
import { PERSON_NAMES, type PersonNames } from '@jssu/people';
import type { RecordedScore } from '../domain/admit-attempt.js';
import type { BlockTally } from '../domain/attendance.js';
import { SCORES, talliesSql } from './session.sql.js';

/** A trainee with all that his result is judged by. */
export interface TraineeRow extends PersonNames {
  enrolmentId: string;
  personId: string;
  serviceNumber: string;
  /** The person's unit. */
  unitId: string;
  state: 'confirmed' | 'attending' | 'completed' | 'incomplete';
  tallies: BlockTally[];
  attempts: RecordedScore[];
}

@Injectable()
export class TraineeRecordStore {
  constructor(private readonly uow: UnitOfWork) {}

  /** Who was given a confirmed seat and has not left it, by name. */
  ofOffering(offeringId: string): Promise<TraineeRow[]> {
    return this.select(`e.offering_id = $1 AND e.state IN ('confirmed', 'attending', 'completed')`, [offeringId]);
  }

  ofEnrolments(enrolmentIds: readonly string[]): Promise<TraineeRow[]> {
    return this.select(`e.id = ANY($1::uuid[])`, [enrolmentIds]);
  }

  private select(where: string, params: unknown[]): Promise<TraineeRow[]> {
    return this.uow.query<TraineeRow>(
      `SELECT e.id AS "enrolmentId", e.person_id AS "personId", ${PERSON_NAMES},
              p.service_number AS "serviceNumber", p.unit_id AS "unitId", e.state,
              coalesce(t.tallies, '[]') AS tallies, coalesce(c.scores, '[]') AS attempts
       FROM enrolment e JOIN person p ON p.id = e.person_id
       CROSS JOIN LATERAL (${talliesSql()}) t CROSS JOIN LATERAL (${SCORES}) c
       WHERE ${where} ORDER BY p.name_en, e.id`,
      params,
    );
  }
}
