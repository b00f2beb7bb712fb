import { describe, expect, it } from '@jest/globals';
import type { RegisterLine } from '../../offline/registers';
import { readPaper } from './paper-entries';

const person = (seatNumber: number) => ({ enrolmentId: `e${seatNumber}`, seatNumber }) as RegisterLine;
const people = [1, 2, 7, 12].map(person);
const read = (text: string) =>
  readPaper(text, people, 120).map(({ mark, fault, typed }) =>
    fault
      ? `${typed}: ${fault}`
      : [mark?.enrolmentId, mark?.status, mark?.minutes].filter((part) => part !== undefined).join(' '),
  );

describe('a register typed back from paper', () => {
  it('is read whatever stands between the entries and whichever digits they have', () => {
    expect(read('1p, 2A\n7L45;12e')).toEqual(['e1 present', 'e2 absent', 'e7 late 45', 'e12 excused']);
    expect(read('۱p، ۷l۴۵ １２ｅ')).toEqual(['e1 present', 'e7 late 45', 'e12 excused']);
    expect(read('  ')).toEqual([]);
  });

  it('names each entry that cannot be, and reads the others', () => {
    expect(read('1x 3a 2l 2a 7l120 12p5 1a')).toEqual([
      ...['1X: form', '3A: seat', '2L: minutes', '2A: twice', '7L120: minutes', '12P5: minutes', 'e1 absent'],
    ]);
  });
});
