import { describe, expect, it } from '@jest/globals';
import { cellOf, columnsOf, type Rights } from './cells';
import { acceptedOf, readPaste } from './paste';
import type { ResultGrid, Trainee } from './queries';
import { plainNumber, readScore } from './score-text';

const title = { en: 'Test', ur: 'امتحان', zh: '考核' };
const final = { code: 'FINAL', title, kind: 'written', maxScore: 100, passScore: 60, maxAttempts: 2 } as const;
const drill = { code: 'DRILL', title, kind: 'practical', maxScore: 20, passScore: 12, maxAttempts: 1 } as const;
const person = (n: number, scores: readonly number[] = [], state: Trainee['state'] = 'attending'): Trainee => ({
  ...{ enrolmentId: `e${n}`, personId: `p${n}`, serviceNumber: `BLC-2021-0000${n}`, unitId: 'u', state },
  ...{ nameEn: `Trainee ${n}`, nameUr: null, nameZh: null },
  results: scores.map((score, i) => ({
    ...{ id: `r${n}${i}`, code: 'FINAL', attempt: i + 1, score, takenOn: '2026-03-06', examinerId: 'x' },
  })),
});
const grid = (...people: Trainee[]): ResultGrid => ({
  ...{ offeringId: 'o', offeringCode: 'GUARD-101-1', state: 'in_progress', people },
  ...{ assessments: [final, drill], passRule: { mustPass: ['FINAL'], atLeast: 1 } },
});
const enter: Rights = { mode: 'enter', personId: 'p9' };

describe('a score', () => {
  it.each([
    ['72.5', 72.5],
    ['72,5', 72.5],
    [' ۷۲٫۵ ', 72.5],
    ['٧٢', 72],
    ['７２．５', 72.5],
    ['\u200e72\u200f', 72],
    ['100', 100],
    ['0', 0],
    ['50.500', 50.5],
  ])('is read from “%s”', (text, value) => expect(readScore(text, 100)).toEqual({ value }));

  it.each([
    ['', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['7 2 x', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['100.01', 'out-of-range'],
    ['-1', 'out-of-range'],
    ['50.125', 'too-many-decimals'],
  ])('is refused in “%s”: %s', (text, problem) => expect(readScore(text, 100)).toEqual({ problem }));
});

it('finds a service number however its digits were typed', () => {
  expect(['blc-2021-00001', 'BLC‑۲۰۲۱‑۰۰۰۰۱', 'ＢＬＣ－２０２１－００００１'].map(plainNumber)).toEqual(
    Array.from({ length: 3 }, () => 'BLC-2021-00001'),
  );
});

describe('the columns', () => {
  it('are the attempts that were taken or come next', () => {
    const keys = (...people: Trainee[]) => columnsOf(grid(...people), enter).map(({ key }) => key);
    expect(keys(person(1))).toEqual(['FINAL 1', 'DRILL 1']);
    expect(keys(person(1), person(2, [40]))).toEqual(['FINAL 1', 'FINAL 2', 'DRILL 1']);
    const taken = columnsOf(grid(person(1), person(2, [40])), { mode: 'correct' });
    expect(taken.map(({ key }) => key)).toEqual(['FINAL 1', 'DRILL 1']);
    expect(keys(person(1, [80]))).toEqual(['FINAL 1', 'DRILL 1']);
    expect(keys(person(1, [40, 50]))).toEqual(['FINAL 1', 'FINAL 2', 'DRILL 1']);
  });

  it('are open where the API would take a score', () => {
    const failed = person(2, [40]);
    const [first, second, drilled] = columnsOf(grid(failed), enter);
    const closed = (who: Trainee, column: typeof first, rights = enter) => cellOf(who, column, rights).closed;
    expect([closed(failed, first), closed(failed, second)]).toEqual([undefined, undefined]);
    expect(closed(person(1), second)).toBe('earlier-missing');
    expect(closed(person(1, [80]), second)).toBe('passed');
    expect(closed(person(9), drilled)).toBe('own');
    expect(closed(person(1, [], 'confirmed'), drilled)).toBe('not-attending');
    expect(closed(person(1), drilled, { mode: 'read', personId: null })).toBe('read-only');
    const correct: Rights = { mode: 'correct', personId: null };
    expect([closed(failed, first, correct), closed(failed, drilled, correct)]).toEqual([undefined, 'ratified']);
  });
});

describe('a paste', () => {
  const people = [person(1), person(2, [40]), person(3), person(9)];
  const columns = columnsOf(grid(...people), enter);
  const read = (text: string, row = 0, column = 0) =>
    readPaste(text, { people, columns, rights: enter }, { row, column });
  const taken = (text: string, row = 0, column = 0) =>
    acceptedOf(read(text, row, column)).map((one) => `${one.person.enrolmentId} ${one.column.key} ${one.value}`);

  it('of a block goes from the cell on, with empty cells and lines in their places', () => {
    expect(taken('70\t\t11\r\n\r\n٨٠\t\t１２\r\n')).toEqual([
      'e1 FINAL 1 70',
      'e1 DRILL 1 11',
      'e3 FINAL 1 80',
      'e3 DRILL 1 12',
    ]);
    const { byNumber, lines } = read('70\n71\n72\n73\n74', 1, 2);
    expect(byNumber).toBe(false);
    expect(lines.map(({ person: who, problem, scores }) => [who?.enrolmentId, problem, scores[0]?.problem])).toEqual([
      ['e2', undefined, 'out-of-range'],
      ['e3', undefined, 'out-of-range'],
      ['e9', undefined, 'out-of-range'],
      [undefined, 'no-person', undefined],
      [undefined, 'no-person', undefined],
    ]);
    expect(read('1\t2\t3\t4').lines[0].scores.at(-1)?.problem).toBe('no-column');
  });

  it.each(['\t', ',', '; ', '، ', ' ', '，'])(
    'of service numbers and scores finds people by number, after “%s”',
    (between) => {
      const lines = ['blc-2021-00003', 'BLC-2021-00002', 'XYZ-1', 'BLC-2021-00003', 'BLC-2021-00009', 'BLC-2021-00001'];
      const scores = ['81', '۵۵', '70', '99', '77', 'absent'];
      const { byNumber, lines: found } = read(lines.map((line, i) => `${line}${between}${scores[i]}`).join('\n'));
      expect(byNumber).toBe(true);
      expect(
        found.map(({ person: who, unknown, problem, scores: [score] }) => [
          who?.enrolmentId ?? unknown,
          problem ?? score.problem ?? score.value,
        ]),
      ).toEqual([
        ['e3', 81],
        ['e2', 55],
        ['XYZ-1', 'unknown-number'],
        ['e3', 'named-twice'],
        ['e9', 'own'],
        ['e1', 'not-a-number'],
      ]);
      expect(found[1].scores[0].from).toBe(40);
    },
  );

  it('says nothing where it says what is on record', () => {
    expect(taken('BLC-2021-00002\t40\nBLC-2021-00001\t41')).toEqual(['e1 FINAL 1 41']);
  });

  it('of one column with decimal commas is no list of service numbers', () => {
    expect(taken('72,5\n60,25')).toEqual(['e1 FINAL 1 72.5', 'e2 FINAL 1 60.25']);
  });
});
