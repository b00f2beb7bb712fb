import { minutesOf, type CivilDate, type LocalizedText, type TimeRange, type Zone } from '@jssu/kernel';
import { feasibilityProblem, type FeasibilityProblem, type FeasibilityRule } from './feasibility-problems.js';
import { daysOf, rangeOfDays } from './local-time.js';
import type { TextParams } from './tell.js';

/** A block of the syllabus, as far as planning must meet it. */
export interface BlockNeeds {
  readonly code: string;
  /** Teaching time in minutes. */
  readonly minutes: number;
  /** At most so many trainees for each lead or assistant; absent: no limit. */
  readonly traineesPerInstructor?: number;
  /** Of every session. */
  readonly roles: readonly { readonly role: string; readonly count: number }[];
  readonly venueKind?: string;
  readonly equipment?: readonly { readonly kind: string; readonly quantity: number }[];
}

/** A session that is not cancelled, with what is booked for it. */
export interface BookedSession {
  readonly id: string;
  readonly number: number;
  readonly blockCode: string;
  readonly during: TimeRange;
  /** False after a postponement, until it has a new time. */
  readonly booked: boolean;
  readonly instructors: readonly { readonly personId: string; readonly name: LocalizedText; readonly role: string }[];
  readonly venue: { readonly code: string; readonly kind: string; readonly capacity: number } | null;
  readonly equipment: readonly { readonly kind: string; readonly quantity: number }[];
}

export interface Authorisation {
  readonly personId: string;
  readonly role: string;
  readonly validFrom: CivilDate;
  /** The last day, inclusive; null: without end. */
  readonly validUntil: CivilDate | null;
}

export interface FeasibilityFacts {
  readonly zone: Zone;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly seatsMax: number;
  readonly blocks: readonly BlockNeeds[];
  readonly sessions: readonly BookedSession[];
  /** Of the people booked, for the course of the offering. */
  readonly authorisations: readonly Authorisation[];
}

const TEACHING_ROLES = ['lead', 'assistant'];
const ROLE_NAMES: Readonly<Record<string, LocalizedText>> = {
  lead: { en: 'lead instructor', ur: 'مرکزی انسٹرکٹر', zh: '主讲教员' },
  assistant: { en: 'assistant instructor', ur: 'معاون انسٹرکٹر', zh: '助教' },
  safety: { en: 'safety officer', ur: 'سیفٹی افسر', zh: '安全员' },
  assessor: { en: 'assessor', ur: 'ممتحن', zh: '考官' },
};

/** Everything that stands in the way of publishing, block by block and session by session; empty: it may be published. */
export function feasibilityProblems(facts: FeasibilityFacts): FeasibilityProblem[] {
  return facts.blocks.flatMap((block) => {
    const sessions = facts.sessions.filter(({ blockCode }) => blockCode === block.code);
    const planned = sessions
      .filter(({ booked }) => booked)
      .reduce((minutes, { during }) => minutes + minutesOf(during), 0);
    const short =
      planned < block.minutes
        ? [feasibilityProblem('block-short', block.code, null, { planned, needed: block.minutes })]
        : [];
    return [...short, ...sessions.flatMap((session) => sessionProblems(session, block, facts))];
  });
}

function sessionProblems(session: BookedSession, block: BlockNeeds, facts: FeasibilityFacts): FeasibilityProblem[] {
  const problems: FeasibilityProblem[] = [];
  const report = (rule: FeasibilityRule, params: TextParams = {}) =>
    void problems.push(feasibilityProblem(rule, block.code, session, params));
  if (!session.booked) {
    report('session-not-booked');
    return problems;
  }
  const { startsOn, endsOn, zone } = facts;
  const days = rangeOfDays(startsOn, endsOn, zone);
  if (session.during.start < days.start || session.during.end > days.end)
    report('session-outside-dates', { startsOn, endsOn });
  checkInstructors(session, block, facts, report);
  checkVenue(session, block, facts.seatsMax, report);
  for (const { kind, quantity: needed } of block.equipment ?? []) {
    const booked = session.equipment
      .filter((item) => item.kind === kind)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    if (booked < needed) report('equipment-missing', { kind, needed, booked });
  }
  return problems;
}

type Report = (rule: FeasibilityRule, params: TextParams) => void;

function checkInstructors(session: BookedSession, block: BlockNeeds, facts: FeasibilityFacts, report: Report): void {
  for (const { role, count: needed } of block.roles) {
    const booked = session.instructors.filter((instructor) => instructor.role === role).length;
    if (booked < needed) report('role-missing', { role: ROLE_NAMES[role] ?? role, needed, booked });
  }
  const days = daysOf(session.during, facts.zone);
  for (const { personId, name, role } of session.instructors) {
    const on = days.find((day) => !isAuthorised(facts.authorisations, personId, role, day));
    if (on) report('instructor-not-authorised', { name, role: ROLE_NAMES[role] ?? role, on });
  }
  if (block.traineesPerInstructor === undefined) return;
  const needed = Math.ceil(facts.seatsMax / block.traineesPerInstructor);
  const booked = session.instructors.filter(({ role }) => TEACHING_ROLES.includes(role)).length;
  if (booked < needed) report('ratio-exceeded', { seats: facts.seatsMax, needed, booked });
}

function checkVenue({ venue }: BookedSession, { venueKind }: BlockNeeds, seats: number, report: Report): void {
  if (!venue) {
    if (venueKind !== undefined) report('venue-missing', { kind: venueKind });
    return;
  }
  if (venueKind !== undefined && venue.kind !== venueKind)
    report('venue-of-other-kind', { kind: venueKind, venue: venue.code, booked: venue.kind });
  if (venue.capacity < seats) report('venue-too-small', { venue: venue.code, capacity: venue.capacity, seats });
}

function isAuthorised(all: readonly Authorisation[], personId: string, role: string, on: CivilDate): boolean {
  return all.some(
    (one) =>
      one.personId === personId &&
      one.role === role &&
      one.validFrom <= on &&
      (one.validUntil === null || on <= one.validUntil),
  );
}
