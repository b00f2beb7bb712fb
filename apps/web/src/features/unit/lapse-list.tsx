import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { schemesQuery } from '../../api/schemes';
import { localized, useFormat } from '../../i18n/format';
import { personName } from '../../ui/person-name';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import { StatusBadge } from '../../ui/status-badge';
import { nextClass, renewalCourses, type NextClass } from './courses';
import type { Lapse } from './lapses';
import styles from './unit.module.css';

/** Shown at once: what is most urgent comes first. */
const PORTION = 25;

interface LapseListProps {
  readonly lapses: readonly Lapse[];
  readonly classes: readonly NextClass[];
}

/** Person by person: what ends, when, and the next class that renews it. */
export function LapseList({ lapses, classes }: LapseListProps) {
  const { t } = useTranslation('unit');
  const { t: shared } = useTranslation('app');
  const [shown, setShown] = useState(PORTION);
  return (
    <>
      <Rows
        label={t('whoLapses.all')}
        columns="4fr 3fr 9rem 9rem 11rem"
        headings={[t('person'), t('certification'), t('lastValidDay'), t('status'), t('nextClass')]}
      >
        {lapses.slice(0, shown).map((lapse) => (
          <LapseLine key={lapse.certification.id} lapse={lapse} classes={classes} />
        ))}
      </Rows>
      {lapses.length > shown && (
        <Group justify="center" mt="md">
          <Button variant="default" onClick={() => setShown(shown + PORTION)}>
            {shared('more')}
          </Button>
        </Group>
      )}
    </>
  );
}

function LapseLine({ lapse, classes }: Omit<LapseListProps, 'lapses'> & { readonly lapse: Lapse }) {
  const { t } = useTranslation('unit');
  const format = useFormat();
  const { data: schemes = [] } = useQuery(schemesQuery);
  const { id, personId, serviceNumber, schemeId, schemeCode, status } = lapse.certification;
  const name = personName(lapse.certification);
  const scheme = schemes.find((one) => one.id === schemeId);
  const next = scheme && nextClass(classes, renewalCourses(scheme));
  const words = next && t('nominateOn', { day: format.day(next.offering.startsOn) });
  return (
    <li className={rowClass}>
      <span className={mainCell}>
        <Link to="/people/$personId" params={{ personId }} className={styles.link}>
          <bdi>{name}</bdi>
        </Link>
        <Text span c="dimmed" size="sm" fw={400} ms="xs">
          <bdi dir="ltr">{serviceNumber}</bdi>
        </Text>
      </span>
      <Link to="/certifications/$certificationId" params={{ certificationId: id }} className={styles.link}>
        {scheme ? localized(scheme.title) : <bdi dir="ltr">{schemeCode}</bdi>}
      </Link>
      <Text span c="dimmed">
        <bdi>{format.day(lapse.expiresOn)}</bdi>
        <Text span display="block" size="sm">
          {format.fromToday(lapse.expiresOn)}
        </Text>
      </Text>
      <StatusBadge status={status} />
      {next ? (
        <Button
          variant="default"
          aria-label={`${words} – ${name}, ${next.offering.code}`}
          renderRoot={(props) => (
            <Link
              to="/offerings/$offeringId/nominate"
              params={{ offeringId: next.offering.id }}
              search={{ people: personId }}
              {...props}
            />
          )}
        >
          {words}
        </Button>
      ) : (
        <Text span c="dimmed" size="sm">
          {t('noClass')}
        </Text>
      )}
    </li>
  );
}
