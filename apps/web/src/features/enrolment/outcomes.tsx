import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Notice } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import classes from './enrolment.module.css';
import { EnrolmentBadge } from './enrolment-state';
import type { Awaiting } from './queries';

export interface Outcome {
  readonly nomination: Awaiting;
  readonly result: Schemas['EndorsedDto'];
}

interface OutcomesProps {
  readonly outcomes: readonly Outcome[];
  /** How many were not endorsed; their reasons stand with them. */
  readonly refused: number;
  readonly onClose: () => void;
}

/** What became of those who were endorsed: a seat, or a turn on the waiting list with the reason. */
export function Outcomes({ outcomes, refused, onClose }: OutcomesProps) {
  const { t } = useTranslation('enrolment');
  const { t: shared } = useTranslation('app');
  const told = [
    outcomes.length > 0 && t('endorsedCount', { count: outcomes.length }),
    refused > 0 && t('someRefused', { count: refused }),
  ];
  // The region is there before what it announces.
  return (
    <div role="status" className={classes.outcomes}>
      {outcomes.length + refused > 0 && (
        <Notice
          tone={refused > 0 ? 'warn' : 'good'}
          icon={refused > 0 ? 'warning' : 'check'}
          title={told.filter(Boolean).join(' ')}
          actions={
            outcomes.length > 0 && (
              <Button size="xs" variant="default" onClick={onClose}>
                {shared('close')}
              </Button>
            )
          }
        >
          <ul className={classes.outcomeList}>
            {outcomes.map(({ nomination, result }) => (
              <li key={nomination.id}>
                <bdi>{personName(nomination)}</bdi> <EnrolmentBadge {...result} />
                {result.waitingReason && (
                  <Text span size="sm">
                    {' '}
                    {t(`waiting.${result.waitingReason}`)}
                  </Text>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
