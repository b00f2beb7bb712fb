import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { schemesQuery } from '../../api/schemes';
import { localized, useFormat } from '../../i18n/format';
import { EmptyState } from '../../ui/notice';
import { Section } from '../../ui/page';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import { renewalCourses, type NextClass } from './courses';
import type { Lapse } from './lapses';
import classes from './unit.module.css';

/** So many ids fit into an address. */
const MOST = 40;

interface NextClassesProps {
  readonly lapses: readonly Lapse[];
  readonly classes: readonly NextClass[];
}

/** What people can be nominated for now, with those whom it would renew. */
export function NextClasses({ lapses, classes: next }: NextClassesProps) {
  const { t } = useTranslation('unit');
  const byStart = [...next].sort((a, b) => a.offering.startsOn.localeCompare(b.offering.startsOn));
  return (
    <Section title={t('classes')}>
      {byStart.length === 0 ? (
        <EmptyState icon="calendar" title={t('noClassOpen')}>
          {t('noClassOpenHelp')}
        </EmptyState>
      ) : (
        <Rows label={t('classes')} columns="4fr 3fr 3fr 15rem" headings={[t('course'), t('dates'), t('seats'), '']}>
          {byStart.map((one) => (
            <ClassLine key={one.offering.id} next={one} lapses={lapses} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function ClassLine({ next: { offering, seats }, lapses }: { readonly next: NextClass; lapses: readonly Lapse[] }) {
  const { t } = useTranslation('unit');
  const format = useFormat();
  const { data: schemes = [] } = useQuery(schemesQuery);
  const renewed = new Set(
    schemes.filter((scheme) => renewalCourses(scheme).includes(offering.courseCode)).map(({ id }) => id),
  );
  const needing = lapses.filter(({ certification }) => renewed.has(certification.schemeId));
  const people = [...new Set(needing.map(({ certification }) => certification.personId))].slice(0, MOST);
  return (
    <li className={rowClass}>
      <span className={mainCell}>
        <Link to="/offerings/$offeringId/roster" params={{ offeringId: offering.id }} className={classes.link}>
          {localized(offering.courseTitle)}
        </Link>
        <Text span c="dimmed" size="sm" fw={400} ms="xs">
          <bdi dir="ltr">{offering.code}</bdi>
        </Text>
      </span>
      <span>
        <bdi>{format.day(offering.startsOn)}</bdi> – <bdi>{format.day(offering.endsOn)}</bdi>
      </span>
      <Text span c="dimmed">
        {seats && t('freeOf', { free: format.number(seats.free), capacity: format.number(seats.capacity) })}
        {seats && seats.waitingCount > 0 && ` · ${t('wait', { count: seats.waitingCount })}`}
      </Text>
      <Button
        variant="default"
        aria-label={`${t('nominateNeeding', { count: people.length })} – ${offering.code}`}
        renderRoot={(props) => (
          <Link
            to="/offerings/$offeringId/nominate"
            params={{ offeringId: offering.id }}
            search={{ people: people.join(',') || undefined }}
            {...props}
          />
        )}
      >
        {t('nominateNeeding', { count: people.length })}
      </Button>
    </li>
  );
}
