import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localized, useFormat } from '../../i18n/format';
import { Icon, type IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';
import { Notice } from '../../ui/notice';
import { Badge } from '../../ui/status-badge';
import classes from './training.module.css';
import type { Finding, Training } from './queries';

const STATE_LOOKS: Readonly<Record<Training['state'], readonly [Tone, IconName]>> = {
  nominated: ['info', 'pen'],
  endorsed: ['info', 'check'],
  waitlisted: ['warn', 'hourglass'],
  reserved: ['info', 'clock'],
  confirmed: ['good', 'check'],
  attending: ['good', 'cap'],
  completed: ['good', 'check'],
  incomplete: ['bad', 'cross'],
  rejected: ['bad', 'cross'],
  cancelled: ['quiet', 'dash'],
  substituted: ['quiet', 'dash'],
};

/** One course of a trainee: dates, hours and blocks done of the whole, and what stands in the way. */
export function CourseCard({ training }: { readonly training: Training }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const { offering, state, waitlistRank, progress, outlook, result } = training;
  const days = ({ startsOn, endsOn }: typeof offering) =>
    startsOn === endsOn
      ? format.day(startsOn)
      : t('fromUntil', { from: format.day(startsOn), until: format.day(endsOn) });
  const failed = result && result.outcome !== 'passed';
  const [tone, icon] = failed ? (['bad', 'cross'] as const) : STATE_LOOKS[state];
  const label = result ? t(`outcome.${result.outcome}`) : t(`state.${state}`);
  return (
    <article className={classes.course}>
      <div className={classes.courseHead}>
        <div>
          <Text component="h3" fw={600} size="md">
            {localized(offering.course.title)}
          </Text>
          <Text size="sm" c="dimmed">
            <bdi dir="ltr">{offering.code}</bdi> · {days(offering)}
          </Text>
        </div>
        <Badge tone={tone} icon={icon}>
          {label}
        </Badge>
      </div>
      {state === 'waitlisted' && waitlistRank !== null && (
        <Text size="sm">{t('waitlistRank', { rank: format.number(waitlistRank) })}</Text>
      )}
      {progress && <Done progress={progress} />}
      {outlook && outlook.passing !== 'impossible' && outlook.mayMissMinutes > 0 && progress && (
        <Text size="sm" c="dimmed">
          {t('mayMiss', { hours: format.hours(outlook.mayMissMinutes) })}
        </Text>
      )}
      {outlook && outlook.warnings.length > 0 && (
        <Notice
          tone={outlook.passing === 'impossible' ? 'bad' : 'warn'}
          icon="warning"
          title={t(outlook.passing === 'impossible' ? 'impossible' : 'atRisk')}
        >
          <Findings findings={outlook.warnings} />
        </Notice>
      )}
      {result && (
        <Text size="sm" c="dimmed">
          {t('resultLine', {
            day: format.day(result.completedOn),
            attended: format.hours(result.minutesAttended),
            total: format.hours(result.minutesTotal),
          })}
        </Text>
      )}
      {failed && result.shortfalls.length > 0 && <Findings findings={result.shortfalls} />}
    </article>
  );
}

function Done({ progress: { minutes, blocks } }: { readonly progress: NonNullable<Training['progress']> }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const percent = minutes.total > 0 ? Math.min(100, (100 * minutes.attended) / minutes.total) : 0;
  const label = t('hoursDone', { done: format.hours(minutes.attended), total: format.hours(minutes.total) });
  return (
    <div>
      <div className={classes.figures}>
        <Text size="sm">{label}</Text>
        <Text size="sm">
          {t('blocksDone', { done: format.number(blocks.done), total: format.number(blocks.total) })}
        </Text>
      </div>
      <Progress value={percent} aria-label={label} size="lg" />
    </div>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className={classes.findings}>
      {findings.map(({ code, message }) => (
        <li key={code + message}>
          <Icon name="dash" size={14} />
          {message}
        </li>
      ))}
    </ul>
  );
}
