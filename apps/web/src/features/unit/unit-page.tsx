import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { today } from '../../i18n/format';
import { Filters } from '../../ui/filters';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { UnitChoice } from '../../ui/unit-choice';
import type { NextClass } from './courses';
import { LapseList } from './lapse-list';
import { lapsesOf, type Lapse } from './lapses';
import { NextClasses } from './next-classes';
import { Posts } from './posts';
import { expiringQuery, openOfferingsQuery, seatsQuery } from './queries';
import { SpanTiles } from './span-tiles';
import classes from './unit.module.css';
import { WeeksChart } from './weeks-chart';

const route = getRouteApi('/unit');

/** A commander’s people and posts: who lapses when, what can be done about it, and where people are missing. */
export default function UnitPage() {
  const { t } = useTranslation('unit');
  const { unit } = route.useSearch();
  const navigate = route.useNavigate();
  const expiring = useQuery(expiringQuery(unit));
  const next = useNextClasses();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Link to="/people" search={{ unit }} className={classes.link}>
          {t('toPeople')}
        </Link>
      }
    >
      <Filters label={t('filters')}>
        <UnitChoice
          value={unit}
          onChange={(id) => void navigate({ search: (now) => ({ ...now, unit: id }), replace: true })}
        />
      </Filters>
      <Loaded query={expiring} skeleton={<Lines count={4} height={90} />}>
        {(certifications) => {
          const lapses = lapsesOf(certifications, today());
          return (
            <>
              <Lapses lapses={lapses} classes={next} />
              <NextClasses lapses={lapses} classes={next} />
              <Posts unitId={unit} lapses={lapses} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function useNextClasses(): NextClass[] {
  const { data: offerings = [] } = useQuery(openOfferingsQuery);
  const open = offerings.filter(({ nominationsCloseOn }) => !nominationsCloseOn || nominationsCloseOn >= today());
  const seats = useQueries({ queries: open.map(({ id }) => seatsQuery(id)) });
  return open.map((offering, i) => ({ offering, seats: seats[i].data }));
}

interface LapsesProps {
  readonly lapses: readonly Lapse[];
  readonly classes: readonly NextClass[];
}

function Lapses({ lapses, classes }: LapsesProps) {
  const { t } = useTranslation('unit');
  const { span } = route.useSearch();
  const shown = span ? lapses.filter((lapse) => lapse.span === span) : lapses;
  return (
    <>
      <SpanTiles lapses={lapses} />
      <WeeksChart lapses={lapses} />
      <Section title={t(`whoLapses.${span ?? 'all'}`)}>
        {shown.length === 0 ? (
          <EmptyState icon="shield" title={t('nobodyLapses')}>
            {t('nobodyLapsesHelp')}
          </EmptyState>
        ) : (
          <LapseList lapses={shown} classes={classes} />
        )}
      </Section>
    </>
  );
}
