export const ATTENDANCE_STATUSES = ['present', 'late', 'absent', 'excused'] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** What a marker says of one trainee in one session. */
export interface MarkEntry {
  readonly enrolmentId: string;
  readonly status: AttendanceStatus;
  /** Minutes attended; for `late` alone, where it is more than 0 and less than the session's length. */
  readonly minutes?: number | null;
  readonly note?: string | null;
  /** Where it was marked. */
  readonly device?: string | null;
  /** When it was marked, which offline is before it is recorded; now when left out. */
  readonly markedAt?: Date | null;
  /** The mark that the marker saw, null for none; left out when it does not matter to him what stands. */
  readonly seen?: string | null;
}

/** A mark that stands. */
export interface Mark {
  readonly id: string;
  readonly enrolmentId: string;
  readonly status: AttendanceStatus;
  readonly minutes: number;
  readonly note: string | null;
  readonly device: string | null;
  readonly markedBy: string | null;
  readonly markedAt: Date;
}

/** A mark to be written; it supersedes the former one. */
export interface MarkDraft {
  readonly enrolmentId: string;
  readonly status: AttendanceStatus;
  readonly minutes: number;
  readonly note: string | null;
  readonly device: string | null;
  readonly markedAt: Date;
  readonly former: Mark | null;
}

export interface MarkProblem {
  readonly enrolmentId: string;
  readonly problem:
    'not-on-the-register' | 'named-twice' | 'minutes-of-late' | 'minutes-without-late' | 'in-the-future';
}

/** Somebody else has marked the trainee meanwhile: what stands, and what is not written over it. */
export interface MarkConflict {
  readonly enrolmentId: string;
  readonly standing: Omit<Mark, 'enrolmentId'> | null;
}

/** Clocks of devices differ a little. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * Sorts entries into those that change something, those that say what stands already, and those that would write over a
 * mark that the marker has not seen; or names every problem. One's own marks from the same device are no surprise.
 */
export function decideMarks(input: {
  readonly entries: readonly MarkEntry[];
  /** Enrolments that may be marked. */
  readonly markable: ReadonlySet<string>;
  /** The marks that stand, by enrolment. */
  readonly standing: ReadonlyMap<string, Mark>;
  /** Length of the session. */
  readonly sessionMinutes: number;
  readonly now: Date;
  /** The person who marks. */
  readonly markedBy: string | null;
}): {
  readonly problems: readonly MarkProblem[];
  readonly conflicts: readonly MarkConflict[];
  readonly changes: readonly MarkDraft[];
  readonly unchanged: number;
} {
  const { entries, markable, standing, sessionMinutes, now, markedBy } = input;
  const problems: MarkProblem[] = [];
  const conflicts: MarkConflict[] = [];
  const changes: MarkDraft[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    const { enrolmentId, status, note = null, device = null } = entry;
    const report = (problem: MarkProblem['problem']) => problems.push({ enrolmentId, problem });
    if (!markable.has(enrolmentId)) report('not-on-the-register');
    if (seen.has(enrolmentId)) report('named-twice');
    seen.add(enrolmentId);
    const markedAt = entry.markedAt ?? now;
    if (markedAt.getTime() > now.getTime() + TOLERANCE_MS) report('in-the-future');
    const given = entry.minutes ?? null;
    if (status === 'late' && (given === null || given <= 0 || given >= sessionMinutes)) report('minutes-of-late');
    if (status !== 'late' && given !== null) report('minutes-without-late');
    const minutes = status === 'late' ? (given ?? 0) : status === 'present' ? sessionMinutes : 0;
    const former = standing.get(enrolmentId) ?? null;
    if (former && former.status === status && former.minutes === minutes && former.note === note) continue;
    const own = former !== null && device !== null && former.device === device && former.markedBy === markedBy;
    if (entry.seen !== undefined && entry.seen !== (former?.id ?? null) && !own)
      conflicts.push({ enrolmentId, standing: former && standingOf(former) });
    else changes.push({ enrolmentId, status, minutes, note, device, markedAt, former });
  }
  return { problems, conflicts, changes, unchanged: entries.length - changes.length - conflicts.length };
}

function standingOf({ id, status, minutes, note, device, markedBy, markedAt }: Mark): MarkConflict['standing'] {
  return { id, status, minutes, note, device, markedBy, markedAt };
}

/** Whether the trainee was there, at least in part: the first such mark begins his attendance. */
export function wasThere({ status }: { readonly status: AttendanceStatus }): boolean {
  return status === 'present' || status === 'late';
}
