import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@jssu/kernel';
import { civilDateIn } from '@jssu/kernel';
import type { OfferingRecord } from '@jssu/scheduling';
import { judge, type Judgement } from '../domain/judge.js';
import { obstaclesOf, type Obstacle, type SessionRegister } from '../domain/obstacles.js';
import { CourseResultStore, type RatificationRecord } from '../persistence/course-result.store.js';
import { RegisterStore } from '../persistence/register.store.js';
import { TraineeRecordStore, type TraineeRow } from '../persistence/trainee-record.store.js';
import { ApprovedSyllabuses } from './approved-syllabuses.js';

export interface RatificationReview {
  readonly trainees: readonly (TraineeRow & { readonly judgement: Judgement })[];
  readonly obstacles: readonly Obstacle[];
  /** The day of the last session in the offering's zone; null without sessions. */
  readonly completedOn: CivilDate | null;
  /** Null until it is ratified. */
  readonly ratified: RatificationRecord | null;
}

/** What ratification would write now, and everything that stands in its way. */
@Injectable()
export class ReviewRatification {
  constructor(
    private readonly records: TraineeRecordStore,
    private readonly registers: RegisterStore,
    private readonly results: CourseResultStore,
    private readonly syllabuses: ApprovedSyllabuses,
  ) {}

  async execute(offering: OfferingRecord): Promise<RatificationReview> {
    const syllabus = await this.syllabuses.of(offering.courseVersionId);
    const trainees = (await this.records.ofOffering(offering.id)).map((row) => ({
      ...row,
      judgement: judge(syllabus, row),
    }));
    const sessions = await this.registers.ofOffering(offering.id);
    const open = trainees.flatMap(({ enrolmentId, state, judgement }) =>
      state === 'confirmed' || state === 'attending' ? [{ enrolmentId, state, judgement }] : [],
    );
    const isRatified = offering.state === 'ratified';
    return {
      trainees,
      obstacles: isRatified ? [] : obstaclesOf({ sessions, trainees: open }),
      completedOn: lastDay(sessions, offering),
      ratified: isRatified ? await this.results.ratification(offering.id) : null,
    };
  }
}

function lastDay(sessions: readonly (SessionRegister & { end: Date })[], { zone }: OfferingRecord): CivilDate | null {
  if (sessions.length === 0) return null;
  const end = Math.max(...sessions.map(({ end }) => end.getTime()));
  // The end is no part of the session: one that ends at midnight is of the day before.
  return civilDateIn(zone, new Date(end - 1));
}
