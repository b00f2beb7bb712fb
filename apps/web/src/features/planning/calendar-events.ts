import type { ScheduleEventData } from '@mantine/schedule';
import type { useTranslation } from 'react-i18next';
import type { CourseSession } from '../../api/offerings';
import { localized } from '../../i18n/format';
import type { LaneKind } from './address';
import { seenClashes, type UnseenBooking } from './clashes';
import type { Axis } from './drop-point';
import { laneIdsOf, wishOf, type Lane } from './lanes';
import { lookOf } from './session-look';
import { CALENDAR_ZONE, instantAt, wallClock } from './zone-time';

/** A session in one of its lanes. */
export interface Shown {
  readonly session: CourseSession;
  readonly lane: string;
}

interface Drawn {
  readonly kind: LaneKind;
  readonly lanes: readonly Lane[];
  readonly sessions: readonly CourseSession[];
  readonly unseen: readonly UnseenBooking[];
  readonly axis: Axis;
  readonly dragged: Shown | undefined;
  readonly t: ReturnType<typeof useTranslation<'planning'>>['t'];
}

/** What the schedule draws, and which session each event of it is. */
export function calendarEvents(drawn: Drawn): {
  events: ScheduleEventData[];
  shown: ReadonlyMap<string | number, Shown>;
} {
  const shown = new Map<string | number, Shown>();
  const events = drawn.sessions
    // A session that was cancelled takes up nothing: it is told of at its offering alone.
    .filter(({ state }) => state !== 'cancelled' || drawn.kind === 'offering')
    .flatMap((session) =>
      laneIdsOf(drawn.kind, session).map((lane): ScheduleEventData => {
        const id = `${session.id}|${lane}`;
        shown.set(id, { session, lane });
        const what = `${session.offeringCode} ${session.blockCode} · ${drawn.t(`look.${lookOf(session)}`)}`;
        return { id, title: what, ...clocked(session), color: 'gray', resourceId: lane };
      }),
    );
  return { events: [...events, ...unseenEvents(drawn), ...takenWhileDragging(drawn)], shown };
}

/** Times of the lanes that are taken by offerings which the reader may not see. */
function unseenEvents({ lanes, unseen, t }: Drawn): ScheduleEventData[] {
  const known = new Set(lanes.map(({ id }) => id));
  return unseen
    .filter(({ resourceId }) => known.has(resourceId))
    .map((booking, i) => ({
      id: `unseen|${i}`,
      title: t('taken'),
      ...clocked(booking),
      color: 'gray',
      display: 'background',
      resourceId: booking.resourceId,
    }));
}

/** While a session is dragged: when the rest of what it needs is taken, in whatever lane it is dropped. */
function takenWhileDragging({ kind, lanes, sessions, unseen, axis, dragged, t }: Drawn): ScheduleEventData[] {
  if (!dragged) return [];
  const { session, lane } = dragged;
  const start = instantAt(axis.days[0], '00:00', CALENDAR_ZONE);
  const end = instantAt(axis.days[axis.days.length - 1], '23:59', CALENDAR_ZONE);
  const wish = wishOf(session, { start, end });
  const rest = {
    ...wish,
    venueId: kind === 'venue' ? null : wish.venueId,
    personIds: wish.personIds.filter((id) => kind !== 'instructor' || id !== lane),
  };
  return seenClashes(rest, sessions, unseen).flatMap((clash, i) =>
    lanes.map(({ id }): ScheduleEventData => {
      const title = clash.kind === 'offering' ? t('clash.offering') : localized(clash.name) || t('taken');
      const times = { ...clocked(clash), display: 'background' as const };
      return { id: `taken|${i}|${id}`, title, ...times, color: 'red', resourceId: id };
    }),
  );
}

function clocked({ start, end }: { readonly start: string; readonly end: string }) {
  return { start: wallClock(start, CALENDAR_ZONE), end: wallClock(end, CALENDAR_ZONE) };
}
