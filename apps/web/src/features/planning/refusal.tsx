import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRefused, type Problem } from '../../api/problem';
import type { Zone } from '../../api/offerings';
import { localized } from '../../i18n/format';
import { LocalTime } from '../../ui/local-time';
import { Notice } from '../../ui/notice';
import { ProblemNotice } from '../../ui/problem-notice';
import type { Span } from './zone-time';

interface RefusalProps {
  readonly error: Error | null | undefined;
  readonly zone: Zone;
  /** Takes the nearest time at which all is free. */
  readonly onTake?: (time: Span) => void;
  readonly onRetry?: () => void;
  readonly onDismiss?: () => void;
}

/** Why a plan was refused: every clash with whom and when, and the nearest time at which all is free, to be taken. */
export function Refusal({ error, zone, onTake, onRetry, onDismiss }: RefusalProps) {
  const { t } = useTranslation('planning');
  const { t: shared } = useTranslation('app');
  if (!error) return null;
  const told = isRefused(error) ? error.problem : undefined;
  const reasons: NonNullable<Problem['problems']> = [
    ...(told?.clashes ?? []),
    ...(told?.shortages ?? []),
    ...(told?.problems ?? []),
  ];
  if (!told || reasons.length === 0) return <ProblemNotice error={error} onRetry={onRetry} />;
  const { nearestFree } = told;
  return (
    <Notice
      role="alert"
      tone="bad"
      icon="warning"
      title={told.title}
      actions={
        <>
          {nearestFree && onTake && (
            <Button size="xs" onClick={() => onTake(nearestFree)}>
              {t('takeNearest')}
            </Button>
          )}
          {onDismiss && (
            <Button size="xs" variant="default" onClick={onDismiss}>
              {shared('close')}
            </Button>
          )}
        </>
      }
    >
      <Text size="sm" component="ul" m={0} ps="md">
        {reasons.map(({ message, remedy }, i) => (
          <li key={i}>
            <bdi>{localized(message)}</bdi>
            {remedy && ` ${localized(remedy)}`}
          </li>
        ))}
      </Text>
      {nearestFree && (
        <Text size="sm" mt={4}>
          {t('nearestFree')} <LocalTime {...nearestFree} zone={zone} />
        </Text>
      )}
      {nearestFree === null && <Text size="sm">{told.remedy}</Text>}
    </Notice>
  );
}
