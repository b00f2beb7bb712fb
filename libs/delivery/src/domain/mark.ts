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
}

/** A mark that stands. */
export interface Mark {
  readonly id: string;
  readonly enrolmentId: string;
  readonly status: AttendanceStatus;
  readonly minutes: number;
  readonly note: string | null;
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

/** Clocks of devices differ a little. */
const TOLERANCE_MS = 5 * 60_000;

/** Sorts entries into those that change something and those that say what stands already; or names every problem. */
export function decideMarks(input: {
  readonly entries: readonly MarkEntry[];
  /** Enrolments that may be marked. */
  readonly markable: ReadonlySet<string>;
  /** The marks that stand, by enrolment. */
  readonly standing: ReadonlyMap<string, Mark>;
  /** Length of the session. */
  readonly sessionMinutes: number;
  readonly now: Date;
}): { readonly problems: readonly MarkProblem[]; readonly changes: readonly MarkDraft[]; readonly unchanged: number } {
  const { entries, markable, standing, sessionMinutes, now } = input;
  const problems: MarkProblem[] = [];
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
    changes.push({ enrolmentId, status, minutes, note, device, markedAt, former });
  }
  return { problems, changes, unchanged: entries.length - changes.length };
}

/** Whether the trainee was there, at least in part: the first such mark begins his attendance. */
export function wasThere({ status }: { readonly status: AttendanceStatus }): boolean {
  return status === 'present' || status === 'late';
}
