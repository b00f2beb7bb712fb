import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { localized, useFormat } from '../../i18n/format';
import { Icon } from '../../ui/icon';
import { SessionTime } from './session-time';
import classes from './training.module.css';
import type { Training } from './queries';

/** The one thing to know: where to be, and when. */
export function NextSession({ training }: { readonly training: Training | undefined }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const session = training?.nextSession;
  return (
    <section className={classes.next} aria-labelledby="next-session">
      <Text component="h2" id="next-session" className={classes.nextTitle}>
        {t('next')}
      </Text>
      {training && session ? (
        <>
          <Text className={classes.nextDay}>
            {format.weekday(format.dayOf(session.start))} · {format.fromToday(format.dayOf(session.start))}
          </Text>
          <SessionTime start={session.start} end={session.end} />
          <Text fw={600}>
            {localized(training.offering.course.title)} · {t('block')} <bdi dir="ltr">{session.blockCode}</bdi>
          </Text>
          {session.venue && (
            <Text className={classes.place}>
              <Icon name="place" size={18} />
              {localized(session.venue.name)} · {localized(session.venue.site)}
            </Text>
          )}
          <Link to="/my/calendar" className={classes.nextLink}>
            {t('wholeCalendar')}
            <Icon name="forward" size={16} />
          </Link>
        </>
      ) : (
        <Text>{t('nothingNext')}</Text>
      )}
    </section>
  );
}
