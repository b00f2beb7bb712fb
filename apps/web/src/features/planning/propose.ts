import type { Zone } from '../../api/offerings';
import type { Authorisation, Block, Equipment, Venue } from './queries';
import { Team } from './propose-team';
import type { SessionDraft } from './session-draft';
import { workingParts } from './working-hours';
import { instantAt, overlaps, timeOfDay, type Span } from './zone-time';

/** A session is not proposed shorter than this, unless less of its block is left. */
const SHORTEST_MINUTES = 30;
/** By which a session is put off while something that it needs is taken. */
const STEP_MINUTES = 15;

export interface Taken extends Span {
  /** Absent: nothing of the offering can be at that time. */
  readonly resourceId?: string;
}

export interface ProposalFacts {
  /** What is still to be planned of each block, in the order of the syllabus. */
  readonly wanted: readonly { readonly block: Block; readonly minutes: number }[];
  readonly seatsMax: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly zone: Zone;
  readonly venues: readonly Venue[];
  readonly authorisations: readonly Authorisation[];
  readonly equipment: readonly Equipment[];
  readonly taken: readonly Taken[];
}

export interface Proposal {
  readonly sessions: readonly SessionDraft[];
  /** What does not fit into the days. */
  readonly left: readonly { readonly blockCode: string; readonly minutes: number }[];
}

/**
 * The blocks one after the other, in working hours, each session with the venue and the instructors that qualify and are
 * free; while one that is needed is taken, later. What nobody qualifies for is left out: the check of the API names it.
 * The same facts give the same proposal.
 */
export function propose(facts: ProposalFacts): Proposal {
  const { startsOn, endsOn, zone, taken } = facts;
  const parts = workingParts(startsOn, endsOn, zone);
  const team = new Team(facts);
  const sessions: SessionDraft[] = [];
  const left: { blockCode: string; minutes: number }[] = [];
  let i = 0;
  let from = parts[0]?.from ?? 0;
  const nextPart = () => {
    i += 1;
    from = parts[i]?.from ?? 0;
  };
  for (const { block, minutes } of facts.wanted) {
    let remaining = minutes;
    while (remaining > 0 && i < parts.length) {
      const { day, to: closes } = parts[i];
      const length = Math.min(remaining, closes - from);
      if (length < Math.min(remaining, SHORTEST_MINUTES)) {
        nextPart();
        continue;
      }
      const times = { from: timeOfDay(from), to: timeOfDay(from + length) };
      const span = { start: instantAt(day, times.from, zone), end: instantAt(day, times.to, zone) };
      const isFree = (id?: string) => !taken.some((one) => one.resourceId === id && overlaps(one, span));
      const resources = isFree() ? team.pick(block, { day, isFree }) : undefined;
      if (!resources) {
        from += STEP_MINUTES;
        continue;
      }
      sessions.push({ blockCode: block.code, day, ...times, ...resources });
      remaining -= length;
      from += length;
    }
    if (remaining > 0) left.push({ blockCode: block.code, minutes: remaining });
  }
  return { sessions, left };
}
