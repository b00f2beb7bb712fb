import type { Training } from './queries';

const WAITING: readonly Training['state'][] = ['nominated', 'endorsed', 'waitlisted'];
const CURRENT: readonly Training['state'][] = ['reserved', 'confirmed', 'attending'];

export interface SortedTraining {
  /** With a seat, not yet over; what starts first is first. */
  readonly current: readonly Training[];
  /** Without a seat so far. */
  readonly waiting: readonly Training[];
  readonly past: readonly Training[];
  /** The one whose session comes first. */
  readonly next: Training | undefined;
}

export function sortTraining(items: readonly Training[]): SortedTraining {
  const byStart = (a: Training, b: Training) => a.offering.startsOn.localeCompare(b.offering.startsOn);
  const current = items.filter(({ state }) => CURRENT.includes(state)).sort(byStart);
  const waiting = items.filter(({ state }) => WAITING.includes(state)).sort(byStart);
  const past = items.filter((item) => !current.includes(item) && !waiting.includes(item));
  const [next] = current
    .filter(({ nextSession }) => nextSession)
    .sort((a, b) => Date.parse(a.nextSession?.start ?? '') - Date.parse(b.nextSession?.start ?? ''));
  return { current, waiting, past, next };
}
