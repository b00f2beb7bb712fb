import type { Enrolment, EnrolmentState } from './queries';

export const GROUPS = ['nominated', 'seated', 'waiting', 'ended'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<EnrolmentState, Group>> = {
  nominated: 'nominated',
  endorsed: 'nominated',
  waitlisted: 'waiting',
  reserved: 'seated',
  confirmed: 'seated',
  attending: 'seated',
  completed: 'seated',
  rejected: 'ended',
  incomplete: 'ended',
  cancelled: 'ended',
  substituted: 'ended',
};

/** Before attending: one who is there can be withdrawn or replaced. */
export const BEFORE_ATTENDING: readonly EnrolmentState[] = [
  ...(['nominated', 'endorsed', 'waitlisted', 'reserved', 'confirmed'] as const),
];

export function groupOf({ state }: Pick<Enrolment, 'state'>): Group {
  return GROUP_OF[state];
}

/** Nothing comes after it. */
export function isOver({ state }: Pick<Enrolment, 'state'>): boolean {
  return groupOf({ state }) === 'ended' || state === 'completed';
}

type Place = Pick<Enrolment, 'id' | 'priority' | 'seatNumber' | 'waitlistRank'>;

/** By seat, by turn on the waiting list, or by merit: priority, then the order of nomination, in which ids grow. */
export function byPlace(a: Place, b: Place): number {
  const seat = (a.seatNumber ?? 0) - (b.seatNumber ?? 0);
  const turn = (a.waitlistRank ?? 0) - (b.waitlistRank ?? 0);
  return seat || turn || a.priority - b.priority || (a.id < b.id ? -1 : 1);
}
