import type { CourseContent } from '@jssu/catalogue';
import type { Locale } from '@jssu/kernel';
import { attemptsLeft, standingsOf } from '../domain/assessment-standing.js';
import { attendanceOf } from '../domain/attendance.js';
import { tellFinding } from '../domain/finding-texts.js';
import type { Finding, ShortfallCode } from '../domain/judge.js';
import { outlookOf, type WarningCode } from '../domain/outlook.js';
import type { ResultRow, TraineeProgressRow, TrainingRow } from '../persistence/training.view.js';
import type { AssessmentStandingDto, CourseResultDto } from './progress-answers.dto.js';
import type { NextSessionDto, TraineeProgressDto, TrainingDto } from './training-answers.dto.js';

type Content = Pick<CourseContent, 'blocks' | 'assessments' | 'passRule' | 'minimumAttendance'>;

/** Findings with their figures, told in the reader's language. */
export function presentFindings<Code extends ShortfallCode | WarningCode>(
  findings: readonly Finding<Code>[],
  locale: Locale,
  { assessments }: Pick<Content, 'assessments'>,
) {
  return findings.map((finding) => ({ ...finding, message: tellFinding(finding, locale, assessments) }));
}

/** How far a trainee is and what can become of it; null before and after delivery. */
function presentDelivery(
  { tallies, scores }: Pick<TrainingRow, 'tallies' | 'scores'>,
  content: Content,
  locale: Locale,
): Pick<TrainingDto, 'progress' | 'outlook'> {
  if (!tallies) return { progress: null, outlook: null };
  const { attendedMinutes, pastMinutes, totalMinutes, percentOfPast, percentOfTotal, blocksDone, blocksTotal } =
    attendanceOf(content, tallies);
  const { passing, mayMissMinutes, warnings } = outlookOf(content, { tallies, attempts: scores ?? [] });
  return {
    progress: {
      minutes: { attended: attendedMinutes, past: pastMinutes, total: totalMinutes },
      percent: { ofPast: percentOfPast, ofTotal: percentOfTotal },
      blocks: { done: blocksDone, total: blocksTotal },
    },
    outlook: { passing, mayMissMinutes, warnings: presentFindings(warnings, locale, content) },
  };
}

/** Every assessment of the syllabus with the attempts made so far. */
function presentAssessments({ scores }: Pick<TrainingRow, 'scores'>, content: Content): AssessmentStandingDto[] {
  return standingsOf(content, scores ?? []).map((standing, i) => ({
    code: standing.rule.code,
    title: content.assessments[i].title,
    maxScore: standing.rule.maxScore,
    passScore: standing.rule.passScore,
    best: standing.best,
    passed: standing.passed,
    attemptsLeft: attemptsLeft(standing),
    attempts: (scores ?? []).flatMap(({ id, code, attempt, score, takenOn }) =>
      code === standing.rule.code ? [{ resultId: id, attempt, score, takenOn }] : [],
    ),
  }));
}

function presentResult(result: ResultRow | null, content: Content, locale: Locale): CourseResultDto | null {
  return result && { ...result, shortfalls: presentFindings(result.shortfalls, locale, content) };
}

function presentNext(row: TrainingRow): NextSessionDto | null {
  const { nextSessionId: id, nextBlockCode: blockCode, nextStart: start, nextEnd: end } = row;
  return id && blockCode && start && end ? { id, blockCode, start, end, venue: row.nextVenue } : null;
}

const TAKES_ASSESSMENTS = ['confirmed', 'attending', 'completed', 'incomplete'];

export function presentTraining(row: TrainingRow, content: Content, locale: Locale): TrainingDto {
  const { enrolmentId, state, incompleteReason, waitlistRank, result } = row;
  return {
    enrolmentId,
    state,
    incompleteReason,
    waitlistRank,
    offering: {
      id: row.offeringId,
      code: row.offeringCode,
      state: row.offeringState,
      language: row.language,
      zone: row.zone,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      course: { code: row.courseCode, title: row.courseTitle },
    },
    ...presentDelivery(row, content, locale),
    nextSession: presentNext(row),
    assessments: TAKES_ASSESSMENTS.includes(state) ? presentAssessments(row, content) : [],
    result: presentResult(result, content, locale),
  };
}

export function presentTrainee(row: TraineeProgressRow, content: Content, locale: Locale): TraineeProgressDto {
  const { enrolmentId, personId, nameEn, nameUr, nameZh, serviceNumber, rank, unitId, state } = row;
  return {
    ...{ enrolmentId, personId, nameEn, nameUr, nameZh, serviceNumber, rank, unitId, state },
    ...presentDelivery(row, content, locale),
    assessments: presentAssessments(row, content),
    result: presentResult(row.result, content, locale),
  };
}
