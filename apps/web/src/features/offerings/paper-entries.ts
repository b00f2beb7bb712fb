import type { Mark, RegisterLine } from '../../offline/registers';

/** What is typed back from a paper register: `4a` is seat 4 absent, `7l45` seat 7 late with 45 minutes. */
export interface PaperEntry {
  readonly typed: string;
  readonly person?: RegisterLine;
  readonly mark?: Mark;
  readonly fault?: 'form' | 'seat' | 'minutes' | 'twice';
}

/** The letters that stand over the columns of the paper, in every language. */
export const LETTERS: Readonly<Record<Mark['status'], string>> = { present: 'P', late: 'L', absent: 'A', excused: 'E' };
const STATUS_OF = new Map(Object.entries(LETTERS).map(([status, letter]) => [letter, status as Mark['status']]));
const ENTRY = /^(\d{1,4})([PLAE])(\d{0,4})$/;
/** Of Arabic, Urdu and full-width digits. */
const ZEROS = [0x0660, 0x06f0, 0xff10];

/**
 * Reads entries, separated by spaces, commas or lines; digits of any of the three scripts, letters of either case.
 * @param length of the session, in minutes
 */
export function readPaper(text: string, people: readonly RegisterLine[], length: number): PaperEntry[] {
  const bySeat = new Map(people.map((person) => [person.seatNumber, person]));
  const seen = new Set<number>();
  return plain(text)
    .split(/[\s,;،؛，、；]+/)
    .filter(Boolean)
    .map((typed): PaperEntry => {
      const [, seat, letter, minutesTyped] = ENTRY.exec(typed) ?? [];
      const status = STATUS_OF.get(letter ?? '');
      if (!seat || !status) return { typed, fault: 'form' };
      const person = bySeat.get(Number(seat));
      if (!person) return { typed, fault: 'seat' };
      if (seen.has(Number(seat))) return { typed, person, fault: 'twice' };
      seen.add(Number(seat));
      const minutes = Number(minutesTyped || 0);
      const isLate = status === 'late';
      if (isLate ? minutes < 1 || minutes >= length : minutesTyped) return { typed, person, fault: 'minutes' };
      const { enrolmentId } = person;
      return { typed, person, mark: { enrolmentId, status, ...(isLate ? { minutes } : {}) } };
    });
}

/** Digits and letters as a keyboard of English gives them. */
function plain(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const zero = ZEROS.find((first) => code >= first && code <= first + 9);
      return zero === undefined ? character : String(code - zero);
    })
    .join('')
    .normalize('NFKC')
    .toUpperCase();
}
