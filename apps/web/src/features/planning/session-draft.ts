import type { CourseSession, Zone } from '../../api/offerings';
import { addDays } from '../../i18n/civil-date';
import type { Wish } from './clashes';
import type { NewSession, Role, SessionChange } from './queries';
import { dayAndTime, instantAt, type Span } from './zone-time';

/** A session as a form holds it: day and times by the clock of the offering. */
export interface SessionDraft {
  readonly blockCode: string;
  readonly day: string;
  /** `HH:MM` */
  readonly from: string;
  /** `HH:MM`; not later than `from`: on the next day. */
  readonly to: string;
  readonly venueId: string | null;
  readonly instructors: readonly { readonly personId: string; readonly role: Role }[];
  readonly equipment: readonly { readonly equipmentId: string; readonly quantity: number }[];
}

export function draftOf({ blockCode, start, end, zone, venue, instructors, equipment }: CourseSession): SessionDraft {
  const [day, from] = dayAndTime(start, zone);
  return {
    blockCode,
    ...{ day, from, to: dayAndTime(end, zone)[1] },
    venueId: venue?.id ?? null,
    instructors: instructors.map(({ personId, role }) => ({ personId, role })),
    equipment: equipment.map(({ id, quantity }) => ({ equipmentId: id, quantity })),
  };
}

/** Moved to another time, such as one that the API proposed. */
export function draftAt(draft: SessionDraft, { start, end }: Span, zone: Zone): SessionDraft {
  const [day, from] = dayAndTime(start, zone);
  return { ...draft, day, from, to: dayAndTime(end, zone)[1] };
}

export function endsNextDay({ from, to }: Pick<SessionDraft, 'from' | 'to'>): boolean {
  return to <= from;
}

/** Undefined while day or time are being typed. */
export function spanOf(draft: SessionDraft, zone: Zone): Span | undefined {
  const { day, from, to } = draft;
  if (!day || !from || !to) return undefined;
  return {
    start: instantAt(day, from, zone),
    end: instantAt(endsNextDay(draft) ? addDays(day, 1) : day, to, zone),
  };
}

export function changeOfDraft(draft: SessionDraft, span: Span): SessionChange {
  const { venueId, instructors, equipment } = draft;
  return { ...span, venueId, instructors: [...instructors], equipment: [...equipment] };
}

export function newSessionOf(draft: SessionDraft, span: Span): NewSession {
  const { blockCode, venueId, instructors, equipment } = draft;
  return {
    ...{ ...span, blockCode, instructors: [...instructors], equipment: [...equipment] },
    venueId: venueId ?? undefined,
  };
}

export function wishOfDraft({ venueId, instructors }: SessionDraft, span: Span): Wish {
  return { ...span, venueId, personIds: instructors.map(({ personId }) => personId) };
}
