import { Button, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseSession } from '../../api/offerings';
import { currentSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { today, useFormat } from '../../i18n/format';
import { DayInput } from '../../ui/day-input';
import { Filters } from '../../ui/filters';
import { Icon } from '../../ui/icon';
import { LinkButton } from '../../ui/link-button';
import { Lines, Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { LANE_KINDS, VIEWS, type LaneKind, type View } from './address';
import { Agenda } from './agenda';
import { daysOf, turned } from './calendar-view';
import { lanesOf } from './lane-list';
import { changeOf, type LaneMove } from './lanes';
import { authorisationsQuery, bookingsQuery, sessionsQuery, venuesQuery } from './queries';
import { Refusal } from './refusal';
import { shownAfter } from './shown-after';
import { useMoves, type Move } from './use-moves';
import { together } from './use-plan-facts';
import { CALENDAR_ZONE, type Span } from './zone-time';

const Calendar = lazy(() => import('./calendar'));
const ChangeSession = lazy(() => import('./change-session'));
const route = getRouteApi('/planning');
/** From here on there is room for lanes beside one another. */
const WIDE = '(min-width: 62em)';

/** Sessions of the days by venue, instructor or offering: moved by dragging, or by the panel that each opens. */
export default function PlanningPage() {
  const { t } = useTranslation('planning');
  const format = useFormat();
  const navigate = route.useNavigate();
  const { date = today(), view = 'week', lanes: kind = 'venue', session: open } = route.useSearch();
  const wide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  const narrow = (change: { date?: string; view?: View; lanes?: LaneKind }) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const show = (session: string | undefined) => void navigate({ search: (now) => ({ ...now, session }) });
  const days = daysOf(view, date);
  const last = days[days.length - 1];
  const turn = (by: 1 | -1) => narrow({ date: turned(view, date, by) });
  return (
    <Page
      title={t('title')}
      lead={days.length === 1 ? format.weekday(date) : `${format.day(days[0])} – ${format.day(last)}`}
      actions={
        mayPlan() && (
          <LinkButton to="/offerings/new" leftSection={<Icon name="cap" size={16} />}>
            {t('newOffering')}
          </LinkButton>
        )
      }
    >
      <Filters label={t('filters')}>
        <DayInput label={t('day')} value={date} onChange={(day) => narrow({ date: day })} />
        <NativeSelect
          label={t('view')}
          value={view}
          onChange={(event) => narrow({ view: VIEWS.find((one) => one === event.currentTarget.value) })}
          data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {wide && (
          <NativeSelect
            label={t('lanesBy')}
            value={kind}
            onChange={(event) => narrow({ lanes: LANE_KINDS.find((one) => one === event.currentTarget.value) })}
            data={LANE_KINDS.map((value) => ({ value, label: t(`lanes.${value}`) }))}
          />
        )}
        <Button.Group>
          <Button variant="default" px="sm" onClick={() => turn(-1)} aria-label={t(`earlier.${view}`)}>
            <Icon name="back" size={16} />
          </Button>
          <Button variant="default" px="md" onClick={() => narrow({ date: undefined })}>
            {t('today')}
          </Button>
          <Button variant="default" px="sm" onClick={() => turn(1)} aria-label={t(`later.${view}`)}>
            <Icon name="forward" size={16} />
          </Button>
        </Button.Group>
      </Filters>
      <Plans
        {...{ view, date, kind, wide, first: days[0], last }}
        onOpen={show}
        onDay={(day) => narrow({ date: day, view: 'day' })}
      />
      {open && (
        <Suspense fallback={null}>
          <ChangeSession sessionId={open} onClose={() => show(undefined)} />
        </Suspense>
      )}
    </Page>
  );
}

/** Who may move sessions; of others the API would refuse it. */
function mayPlan(): boolean {
  const session = currentSession();
  return session.kind === 'signed-in' && hasRole(session.me, 'trainer', 'administrator');
}

interface PlansProps {
  readonly view: View;
  readonly date: string;
  readonly kind: LaneKind;
  readonly wide: boolean | undefined;
  readonly first: string;
  readonly last: string;
  readonly onOpen: (sessionId: string) => void;
  readonly onDay: (day: string) => void;
}

function Plans({ view, date, kind, wide, first, last, onOpen, onDay }: PlansProps) {
  const { t } = useTranslation('planning');
  const plans = useQuery(sessionsQuery(first, last));
  const rooms = useQuery(venuesQuery);
  const people = useQuery(authorisationsQuery());
  const { data: venues = [] } = rooms;
  const { data: authorisations = [] } = people;
  const all = together([plans, rooms, people], rooms.data && people.data && plans.data);
  const resources = [...venues.map(({ id }) => id), ...authorisations.map(({ personId }) => personId)];
  const { data: bookings = [] } = useQuery({
    ...bookingsQuery(resources, first, last),
    enabled: !!rooms.data && !!people.data && resources.length > 0,
  });
  const unseen = bookings.filter((booking) => booking.for === null);
  const { moving, pending } = useMoves();
  const mayMove = ({ id, state }: CourseSession) =>
    mayPlan() && state === 'scheduled' && !pending.some((one) => one.id === id);
  const move = ({ session, ...asked }: Omit<Move, 'shown'>) =>
    moving.mutate({ session, ...asked, shown: shownAfter(session, asked.change, venues, authorisations) });
  const onMove = (laneMove: LaneMove) => {
    const { session, from, to, start } = laneMove;
    const change = changeOf(kind, laneMove);
    if (change && (to !== from || Date.parse(start) !== Date.parse(session.start))) move({ session, change });
  };
  const take = ({ start, end }: Span) => {
    const { session, change } = moving.variables ?? {};
    if (session && change) move({ session, change: { ...change, start, end } });
  };
  const rows = plans.data?.map((session) => pending.find(({ id }) => id === session.id) ?? session) ?? [];
  return (
    <>
      {moving.error && !moving.variables?.back && (
        <div style={{ marginBottom: 'var(--mantine-spacing-md)' }}>
          <Refusal
            error={moving.error}
            zone={moving.variables?.session.zone ?? CALENDAR_ZONE}
            onTake={take}
            onDismiss={moving.reset}
          />
        </div>
      )}
      <Loaded query={all} skeleton={<Lines count={6} height={72} />}>
        {() =>
          wide && (rows.length > 0 || kind !== 'offering') ? (
            <Suspense fallback={<Lines count={6} height={72} />}>
              <Calendar
                key={`${view} ${kind} ${first}`}
                lanes={lanesOf(kind, { venues, authorisations, sessions: rows }, t(`without.${kind}`))}
                sessions={rows}
                {...{ view, date, kind, unseen, mayMove, onOpen, onDay, onMove }}
              />
            </Suspense>
          ) : (
            <Agenda sessions={rows} onOpen={onOpen} />
          )
        }
      </Loaded>
    </>
  );
}
