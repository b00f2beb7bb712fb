import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/schedule/styles.css';
import { DirectionProvider } from '@mantine/core';
import { ResourcesDayView, ResourcesMonthView, ResourcesWeekView, type ScheduleEventData } from '@mantine/schedule';
import dayjs from 'dayjs';
import 'dayjs/locale/ur';
import 'dayjs/locale/zh-cn';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseSession } from '../../api/offerings';
import { useFormat } from '../../i18n/format';
import { currentLanguage } from '../../i18n/i18n';
import { LANGUAGES } from '../../i18n/languages';
import type { LaneKind, View } from './address';
import { CalendarEvent } from './calendar-event';
import { calendarEvents, type Shown } from './calendar-events';
import { axisOf } from './calendar-view';
import classes from './calendar.module.css';
import { seenClashes, type UnseenBooking } from './clashes';
import { DragNotice } from './drag-notice';
import { dropAt } from './drop-point';
import { changeOf, wishOf, type Lane, type LaneMove } from './lanes';
import { CALENDAR_ZONE, instantAt, minutesBetween, timeOfDay, wallClock } from './zone-time';

export interface CalendarProps {
  readonly view: View;
  readonly date: string;
  readonly kind: LaneKind;
  readonly lanes: readonly Lane[];
  readonly sessions: readonly CourseSession[];
  readonly unseen: readonly UnseenBooking[];
  readonly mayMove: (session: CourseSession) => boolean;
  readonly onOpen: (sessionId: string) => void;
  readonly onDay: (day: string) => void;
  readonly onMove: (move: LaneMove) => void;
}

/**
 * Mantine's schedule with our sessions in it. It is not mirrored for Urdu: the schedule places its events, its frozen
 * column and the line of the present by `left` alone while its slots would turn round, so that sessions would stand at
 * wrong hours. The region is therefore left to right in every language, as timetables are; its words are the reader's.
 */
export default function Calendar(props: CalendarProps) {
  return (
    <div dir="ltr">
      <DirectionProvider initialDirection="ltr" detectDirection={false}>
        <Lanes {...props} />
      </DirectionProvider>
    </div>
  );
}

function Lanes({ view, date, kind, lanes, sessions, unseen, mayMove, onOpen, onDay, onMove }: CalendarProps) {
  const { t, i18n } = useTranslation('planning');
  const format = useFormat();
  const region = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Shown>();
  const [target, setTarget] = useState<LaneMove>();
  dayjs.locale(i18n.language === 'zh' ? 'zh-cn' : i18n.language);
  const axis = axisOf(view, date, sessions);
  const { events, shown } = calendarEvents({ kind, lanes, sessions, unseen, axis, dragged, t });

  const laneMove = ({ session, lane: from }: Shown, to: string, start: string): LaneMove => {
    const end = new Date(Date.parse(start) + minutesBetween(session) * 60_000).toISOString();
    return { session, from, to, start, end };
  };
  const onDragOver = (event: DragEvent<HTMLDivElement>) => {
    const row = event.target instanceof Element ? event.target.closest(`.${classes.lane}`) : null;
    if (!dragged || !row || !region.current) return;
    const lane = lanes[[...region.current.querySelectorAll(`.${classes.lane}`)].indexOf(row)];
    if (!lane) return;
    const { left, width } = row.getBoundingClientRect();
    const { day, time = wallClock(dragged.session.start, CALENDAR_ZONE).slice(11) } = dropAt(
      axis,
      (event.clientX - left) / width,
    );
    const start = instantAt(day, time, CALENDAR_ZONE);
    if (target?.to !== lane.id || target.start !== start) setTarget(laneMove(dragged, lane.id, start));
  };
  const change = target && changeOf(kind, target);
  const endDrag = () => {
    setDragged(undefined);
    setTarget(undefined);
  };
  const common = {
    date,
    resources: [...lanes],
    events,
    withHeader: false,
    labels: {
      resources: t(`lanes.${kind}`),
      resourceSlot: t('slot'),
      moreLabel: (count: number) => t('more', { count }),
    },
    renderEventBody: (event: ScheduleEventData) => <CalendarEvent event={event} shown={shown.get(event.id)} />,
    renderResourceLabel: ({ label }: { label: React.ReactNode }) => <bdi className={classes.laneName}>{label}</bdi>,
    withEventsDragAndDrop: true,
    canDragEvent: ({ id }: ScheduleEventData) => {
      const session = shown.get(id)?.session;
      return !!session && mayMove(session);
    },
    onEventDragStart: ({ id }: ScheduleEventData) => setDragged(shown.get(id)),
    onEventDragEnd: endDrag,
    onEventClick: ({ id }: ScheduleEventData) => {
      const session = shown.get(id)?.session;
      if (session) onOpen(session.id);
    },
    onEventDrop: (drop: { eventId: string | number; newStart: string; resourceId?: string | number }) => {
      const from = shown.get(drop.eventId);
      if (!from || drop.resourceId === undefined) return;
      const [day, time] = drop.newStart.split(' ');
      onMove(laneMove(from, String(drop.resourceId), instantAt(day, time, CALENDAR_ZONE)));
    },
    maxEventsPerTimeSlot: 3,
  };
  const hours = {
    startTime: `${timeOfDay(axis.fromHour * 60)}:00`,
    endTime: axis.toHour === 24 ? '23:59:59' : `${timeOfDay(axis.toHour * 60)}:00`,
    eventDragInterval: axis.stepMinutes,
    minEventSize: 24,
    rowHeight: 72,
    // The present is where the calendar's zone has it, wherever the reader is.
    getCurrentTime: () => wallClock(new Date().toISOString(), CALENDAR_ZONE),
  };
  return (
    <div ref={region} onDragOver={onDragOver}>
      {dragged && (
        <div dir={LANGUAGES[currentLanguage()].dir}>
          <DragNotice
            target={target}
            lane={lanes.find(({ id }) => id === target?.to)?.label ?? ''}
            possible={!!change}
            clashes={change ? seenClashes(wishOf(target.session, change), sessions, unseen) : []}
          />
        </div>
      )}
      {view === 'day' && (
        <ResourcesDayView
          {...common}
          {...hours}
          slotWidth={76}
          startScrollTime="07:00:00"
          classNames={{ resourcesDayViewRowSlots: classes.lane }}
          // Nothing happens at a slot of the day: the keyboard goes from session to session.
          attributes={{ resourcesDayViewRowSlot: { disabled: true } }}
        />
      )}
      {view === 'week' && (
        <ResourcesWeekView
          {...common}
          {...hours}
          intervalMinutes={120}
          slotWidth={46}
          firstDayOfWeek={1}
          startScrollDateTime={`${date} 06:00:00`}
          weekdayFormat={(day) => `${format.weekdayName(day)} ${format.number(Number(day.slice(8, 10)))}`}
          onTimeSlotClick={({ slotStart }) => onDay(slotStart.slice(0, 10))}
          classNames={{ resourcesWeekViewRowSlots: classes.lane, resourcesWeekViewDayLabel: classes.head }}
        />
      )}
      {view === 'month' && (
        <ResourcesMonthView
          {...common}
          dayWidth={120}
          rowHeight={84}
          startScrollDate={date}
          weekdayFormat={(day) => format.weekdayName(day)}
          onDayClick={({ date: day }) => onDay(day.slice(0, 10))}
          classNames={{ resourcesMonthViewRowSlots: classes.lane, resourcesMonthViewDayLabel: classes.head }}
        />
      )}
    </div>
  );
}
