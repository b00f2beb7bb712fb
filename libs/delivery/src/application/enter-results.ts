import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@jssu/audit';
import { Roster, type RosterEntry } from '@jssu/enrolment';
import type { AppError, CivilDate } from '@jssu/kernel';
import { Clock, UnitOfWork, type Actor, type Scope } from '@jssu/platform';
import { OfferingStore, type OfferingRecord } from '@jssu/scheduling';
import { admitAttempt } from '../domain/admit-attempt.js';
import { registerErrors } from '../domain/register-errors.js';
import { resultErrors } from '../domain/result-errors.js';
import type { Syllabus } from '../domain/syllabus.js';
import {
  AssessmentResultStore,
  type ScoreDraft,
  type ScoreOfEnrolment,
} from '../persistence/assessment-result.store.js';
import { ApprovedSyllabuses } from './approved-syllabuses.js';

export interface ResultEntry {
  readonly enrolmentId: string;
  readonly assessmentCode: string;
  /** 1, 2, 3 … */
  readonly attempt: number;
  readonly score: number;
  readonly takenOn: CivilDate;
  /** The one who enters it when left out. */
  readonly examinerId?: string | null;
}

export interface ResultAnswer {
  readonly enrolmentId: string;
  readonly assessmentCode: string;
  readonly attempt: number;
  readonly status: 'recorded' | 'unchanged' | 'refused';
  /** Of the score that stands; null when refused. */
  readonly resultId: string | null;
  readonly refusals: readonly AppError[];
}

/** What entries are judged by; scores admitted on the way are added to `scores`. */
interface Book {
  readonly offering: OfferingRecord;
  readonly syllabus: Syllabus;
  readonly roster: ReadonlyMap<string, RosterEntry>;
  readonly examiners: ReadonlySet<string>;
  readonly scores: ScoreOfEnrolment[];
  readonly actorPersonId: string | null;
  readonly today: CivilDate;
}

/**
 * Enters scores of many trainees and assessments. Each entry is answered by itself: a refused one does not keep the
 * others from being recorded, and one that is on record already changes nothing.
 */
@Injectable()
export class EnterResults {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly offerings: OfferingStore,
    private readonly roster: Roster,
    private readonly store: AssessmentResultStore,
    private readonly syllabuses: ApprovedSyllabuses,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns an answer for each entry, in their order @throws `delivery.not-in-delivery` */
  async execute(
    actor: Actor,
    scope: Scope,
    offeringId: string,
    entries: readonly ResultEntry[],
  ): Promise<ResultAnswer[]> {
    return this.uow.run(async () => {
      const offering = await this.offerings.lock(scope, offeringId);
      const { state, startsOn } = offering;
      if (state !== 'in_progress' && state !== 'delivered')
        throw registerErrors['not-in-delivery']({ state, startsOn });
      const examiners = entries.flatMap(({ examinerId }) => examinerId ?? []);
      const book: Book = {
        offering,
        syllabus: await this.syllabuses.of(offering.courseVersionId),
        roster: new Map((await this.roster.of(offeringId)).map((entry) => [entry.enrolmentId, entry])),
        examiners: await this.store.known([...new Set([...examiners, ...(actor.personId ? [actor.personId] : [])])]),
        scores: await this.store.current([...new Set(entries.map(({ enrolmentId }) => enrolmentId))]),
        actorPersonId: actor.personId,
        today: this.clock.today(offering.zone),
      };
      const drafts: ScoreDraft[] = [];
      const answers = new Map<ResultEntry, ResultAnswer | ScoreDraft>();
      // First attempts first: a batch may hold two attempts of one trainee in any order.
      for (const entry of [...entries].sort((a, b) => a.attempt - b.attempt)) {
        const answer = examine(entry, book);
        answers.set(entry, answer);
        if ('code' in answer) {
          drafts.push(answer);
          book.scores.push({ ...answer, id: '' });
        }
      }
      const ids = new Map<ScoreDraft, string>();
      if (drafts.length > 0) {
        const by = { personId: actor.personId, reason: null, now: this.clock.now() };
        (await this.store.write(drafts, by)).forEach((id, i) => ids.set(drafts[i], id));
        await this.audit.recordAll(drafts.map((draft) => this.entryOf(draft, ids.get(draft) ?? '', book)));
      }
      return entries.map((entry): ResultAnswer => {
        const answer = answers.get(entry) as ResultAnswer | ScoreDraft;
        if (!('code' in answer)) return answer;
        const { enrolmentId, code, attempt } = answer;
        const resultId = ids.get(answer) ?? null;
        return { enrolmentId, assessmentCode: code, attempt, status: 'recorded', resultId, refusals: [] };
      });
    });
  }

  private entryOf(draft: ScoreDraft, id: string, { offering, roster }: Book) {
    const { supersedes: _none, ...after } = draft;
    return {
      action: 'delivery.result-entered',
      entity: 'assessment-result',
      entityId: id,
      personId: roster.get(draft.enrolmentId)?.personId,
      unitId: offering.unitId,
      after,
    };
  }
}

function examine(entry: ResultEntry, book: Book): ScoreDraft | ResultAnswer {
  const { enrolmentId, assessmentCode, attempt, score, takenOn, examinerId = null } = entry;
  const answer = (status: ResultAnswer['status'], resultId: string | null, refusals: readonly AppError[]) => ({
    ...{ enrolmentId, assessmentCode, attempt, status, resultId, refusals },
  });
  const { assessments } = book.syllabus;
  const rule = assessments.find(({ code }) => code === assessmentCode);
  const trainee = book.roster.get(enrolmentId);
  const refusals: AppError[] = [];
  if (trainee?.state !== 'attending') refusals.push(resultErrors['not-attending']());
  if (!rule)
    refusals.push(resultErrors['unknown-assessment']({ known: assessments.map(({ code }) => code).join(', ') }));
  if (examinerId && !book.examiners.has(examinerId)) refusals.push(resultErrors['unknown-examiner']());
  if (!rule || !trainee) return answer('refused', null, refusals);
  const admission = admitAttempt(
    { attempt, score, takenOn, examinerId },
    {
      rule,
      recorded: book.scores.filter((other) => other.enrolmentId === enrolmentId && other.code === assessmentCode),
      examineeId: trainee.personId,
      actorPersonId: book.actorPersonId,
      startsOn: book.offering.startsOn,
      today: book.today,
    },
  );
  if (admission.status === 'unchanged') return answer('unchanged', admission.id || null, []);
  if (admission.status === 'refused') refusals.push(...admission.refusals);
  if (admission.status === 'refused' || refusals.length > 0) return answer('refused', null, refusals);
  return {
    ...{ enrolmentId, code: assessmentCode, attempt, score, takenOn, examinerId: admission.examinerId },
    supersedes: null,
  };
}
