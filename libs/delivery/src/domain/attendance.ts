import { syllabusMinutes, type Syllabus } from './syllabus.js';

/** The sessions of one block as they stand for one trainee, in minutes; cancelled ones do not count. */
export interface BlockTally {
  readonly code: string;
  readonly attended: number;
  /** Of sessions that are over for him: marked, or held without him. */
  readonly past: number;
  /** Of sessions that may still be attended. */
  readonly open: number;
  /** The longest of these; 0 when there is none. */
  readonly longestOpen: number;
}

export interface Attendance {
  /**
   * Attended of the syllabus: of each block at most its minutes, so that time beyond one block makes up for no other.
   */
  readonly attendedMinutes: number;
  /** Of sessions that are over, whether attended or not. */
  readonly pastMinutes: number;
  /** Of the syllabus. */
  readonly totalMinutes: number;
  /** Attended of the sessions that are over, to a tenth, never rounded up; null before the first. */
  readonly percentOfPast: number | null;
  /** Attended of the whole, to a tenth, never rounded up. */
  readonly percentOfTotal: number;
  /** Blocks of which nothing is to come and of which the minimum attendance was reached. */
  readonly blocksDone: number;
  readonly blocksTotal: number;
}

const NOTHING: Omit<BlockTally, 'code'> = { attended: 0, past: 0, open: 0, longestOpen: 0 };

/** Each block of the syllabus with its tally; time of a block that the syllabus does not have counts for nothing. */
function withTallies({ blocks }: Syllabus, tallies: readonly BlockTally[]) {
  return blocks.map((block) => ({
    ...NOTHING,
    ...tallies.find(({ code }) => code === block.code),
    minutes: block.minutes,
  }));
}

export function attendanceOf(syllabus: Syllabus, tallies: readonly BlockTally[]): Attendance {
  const blocks = withTallies(syllabus, tallies);
  const attendedMinutes = attendedOf(syllabus, tallies);
  const totalMinutes = syllabusMinutes(syllabus);
  const pastMinutes = blocks.reduce((sum, { past }) => sum + past, 0);
  const present = blocks.reduce((sum, { attended }) => sum + attended, 0);
  const done = blocks.filter(
    ({ minutes, attended, past, open }) =>
      open === 0 && past >= minutes && attended * 100 >= minutes * syllabus.minimumAttendance,
  );
  return {
    attendedMinutes,
    pastMinutes,
    totalMinutes,
    percentOfPast: pastMinutes === 0 ? null : percent(present, pastMinutes),
    percentOfTotal: percent(attendedMinutes, totalMinutes),
    blocksDone: done.length,
    blocksTotal: blocks.length,
  };
}

/** Minutes of the syllabus attended; of each block at most its minutes. */
export function attendedOf(syllabus: Syllabus, tallies: readonly BlockTally[]): number {
  return withTallies(syllabus, tallies).reduce((sum, { minutes, attended }) => sum + Math.min(minutes, attended), 0);
}

/** The most minutes that can still be reached: all that is open attended, and what is not yet planned held. */
export function reachableOf(syllabus: Syllabus, tallies: readonly BlockTally[]): number {
  return withTallies(syllabus, tallies).reduce((sum, { minutes, attended, past, open }) => {
    const unplanned = Math.max(0, minutes - past - open);
    return sum + Math.min(minutes, attended + open + unplanned);
  }, 0);
}

/** The same as if the longest open session of a block were missed. */
export function withoutLongest(tally: BlockTally): BlockTally {
  const { longestOpen } = tally;
  return { ...tally, past: tally.past + longestOpen, open: tally.open - longestOpen, longestOpen: 0 };
}

/** To a tenth, rounded down: 79.99 is not 80. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 1000) / whole) / 10;
}
