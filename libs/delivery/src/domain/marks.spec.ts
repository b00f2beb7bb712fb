import fc from 'fast-check';
import { civilDate } from '@jssu/kernel';
import { admitAttempt, type AttemptContext, type RecordedScore } from './admit-attempt.js';
import { ATTENDANCE_STATUSES, decideMarks, type Mark, type MarkEntry } from './mark.js';
import { registerStates } from './register-state.js';

const now = new Date('2026-03-10T05:00:00Z');
const decide = (entries: MarkEntry[], standing: Mark[] = [], markable = ['a', 'b', 'c']) =>
  decideMarks({
    entries,
    markable: new Set(markable),
    standing: new Map(standing.map((mark) => [mark.enrolmentId, mark])),
    sessionMinutes: 90,
    now,
    markedBy: 'me',
  });
const by = (markedBy: string, device: string | null) => ({ markedBy, device, markedAt: now });

describe('marks', () => {
  it('give the whole session to who is present, the minutes told to who is late, none to others', () => {
    const { changes, problems } = decide([
      { enrolmentId: 'a', status: 'present' },
      { enrolmentId: 'b', status: 'late', minutes: 50 },
      { enrolmentId: 'c', status: 'excused', note: 'sick' },
    ]);
    expect(problems).toEqual([]);
    expect(changes.map(({ minutes }) => minutes)).toEqual([90, 50, 0]);
  });

  it('name every problem', () => {
    const { problems } = decide([
      { enrolmentId: 'a', status: 'late' },
      { enrolmentId: 'a', status: 'late', minutes: 90 },
      { enrolmentId: 'b', status: 'absent', minutes: 10 },
      { enrolmentId: 'z', status: 'present', markedAt: new Date(now.getTime() + 3_600_000) },
    ]);
    expect(problems.map(({ enrolmentId, problem }) => `${enrolmentId} ${problem}`)).toEqual([
      'a minutes-of-late',
      'a named-twice',
      'a minutes-of-late',
      'b minutes-without-late',
      'z not-on-the-register',
      'z in-the-future',
    ]);
  });

  it('never write over what the marker has not seen, but over his own from the same device', () => {
    const standing: Mark[] = [
      { id: '1', enrolmentId: 'a', status: 'present', minutes: 90, note: null, ...by('other', 'tablet 1') },
      { id: '2', enrolmentId: 'b', status: 'present', minutes: 90, note: null, ...by('me', 'tablet 2') },
    ];
    const absent = (enrolmentId: string, seen?: string | null): MarkEntry => ({
      ...{ enrolmentId, status: 'absent', device: 'tablet 2' },
      ...(seen === undefined ? {} : { seen }),
    });
    const outcome = (entries: MarkEntry[]) => {
      const { changes, conflicts, unchanged } = decide(entries, standing);
      return { changed: changes.map((c) => c.enrolmentId), conflicts: conflicts.map((c) => c.standing?.id), unchanged };
    };
    const unseen = [absent('a', null), absent('b', null), absent('c', null)];
    expect(outcome(unseen)).toEqual({ changed: ['b', 'c'], conflicts: ['1'], unchanged: 0 });
    expect(outcome([absent('a', '1')])).toEqual({ changed: ['a'], conflicts: [], unchanged: 0 });
    expect(outcome([absent('a')])).toEqual({ changed: ['a'], conflicts: [], unchanged: 0 });
    // Both say the same: nothing to decide.
    const same: MarkEntry = { enrolmentId: 'a', status: 'present', seen: null };
    expect(outcome([same])).toEqual({ changed: [], conflicts: [], unchanged: 1 });
    // What was seen has been taken away since.
    expect(outcome([absent('c', '9')])).toEqual({ changed: [], conflicts: [undefined], unchanged: 0 });
  });

  it('that are sent again change nothing', () => {
    const entry = fc.record({
      enrolmentId: fc.constantFrom('a', 'b', 'c'),
      status: fc.constantFrom(...ATTENDANCE_STATUSES),
      note: fc.constantFrom(null, 'late bus'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: (e) => e.enrolmentId }),
        fc.integer({ min: 1, max: 89 }),
        (es, m) => {
          const entries = es.map((e): MarkEntry => (e.status === 'late' ? { ...e, minutes: m } : e));
          const first = decide(entries);
          expect(first.changes).toHaveLength(entries.length);
          const standing = first.changes.map((draft, i): Mark => ({ ...draft, ...by('me', null), id: String(i) }));
          const again = decide(entries, standing);
          expect([again.changes, again.unchanged]).toEqual([[], entries.length]);
        },
      ),
    );
  });
});

describe('a register', () => {
  it('may be reopened until it is countersigned, and is locked after', () => {
    expect(registerStates.next('open')).toEqual(['submitted']);
    expect(registerStates.next('submitted')).toEqual(['open', 'countersigned']);
    expect(registerStates.next('countersigned')).toEqual([]);
  });
});

describe('an attempt', () => {
  const rule = { code: 'T', maxScore: 100, passScore: 60, maxAttempts: 2 };
  const recorded = (attempt: number, score: number): RecordedScore => ({
    id: `r${attempt}`,
    code: 'T',
    attempt,
    score,
    takenOn: civilDate('2026-03-05'),
    examinerId: 'examiner',
  });
  const context = (...scores: RecordedScore[]): AttemptContext => ({
    rule,
    recorded: scores,
    examineeId: 'trainee',
    actorPersonId: 'examiner',
    startsOn: civilDate('2026-03-01'),
    today: civilDate('2026-03-10'),
  });
  const entry = (attempt: number, score: number, takenOn = '2026-03-08', examinerId: string | null = null) => ({
    attempt,
    score,
    takenOn: civilDate(takenOn),
    examinerId,
  });
  const refusals = (...given: Parameters<typeof admitAttempt>) => {
    const admission = admitAttempt(...given);
    return admission.status === 'refused' ? admission.refusals.map(({ code }) => code) : [admission.status];
  };

  it('is entered in order, within the number allowed, and not after a pass', () => {
    expect(refusals(entry(1, 40), context())).toEqual(['new']);
    expect(refusals(entry(2, 40), context())).toEqual(['delivery.attempt-out-of-order']);
    expect(refusals(entry(2, 70), context(recorded(1, 59)))).toEqual(['new']);
    expect(refusals(entry(2, 70), context(recorded(1, 60)))).toEqual(['delivery.already-passed']);
    expect(refusals(entry(3, 70), context(recorded(1, 50), recorded(2, 59)))).toEqual(['delivery.no-attempts-left']);
  });

  it('is the same when it is sent again, whoever sends it, and refused with other figures', () => {
    const other = { ...context(recorded(1, 40)), actorPersonId: 'colleague' };
    expect(refusals(entry(1, 40, '2026-03-05'), other)).toEqual(['unchanged']);
    expect(refusals(entry(1, 41, '2026-03-05'), other)).toEqual(['delivery.already-recorded']);
  });

  it('is refused with every reason', () => {
    const own = { ...context(recorded(1, 40)), actorPersonId: 'trainee' };
    expect(refusals(entry(2, 101, '2026-03-04'), own)).toEqual([
      'delivery.score-too-high',
      'delivery.examiner-is-examinee',
      'delivery.taken-on-out-of-range',
    ]);
    expect(refusals(entry(2, 10, '2026-03-11', 'trainee'), context(recorded(1, 40)))).toEqual([
      'delivery.examiner-is-examinee',
      'delivery.taken-on-out-of-range',
    ]);
    expect(refusals(entry(1, 10), { ...context(), actorPersonId: null })).toEqual(['delivery.examiner-missing']);
  });
});
