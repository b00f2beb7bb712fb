import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalTime } from '../../ui/local-time';
import { Notice } from '../../ui/notice';
import { ClashLine } from './clash-line';
import type { SeenClash } from './clashes';
import type { LaneMove } from './lanes';
import classes from './calendar.module.css';
import { CALENDAR_ZONE } from './zone-time';

interface DragNoticeProps {
  readonly target: LaneMove | undefined;
  readonly lane: string;
  /** False where the lane cannot take it at all. */
  readonly possible: boolean;
  readonly clashes: readonly SeenClash[];
}

/** Over the calendar while a session is dragged: where it would go, and what is in the way there. */
export function DragNotice({ target, lane, possible, clashes }: DragNoticeProps) {
  const { t } = useTranslation('planning');
  if (!target)
    return (
      <div className={classes.dragNotice}>
        <Notice tone="info" icon="calendar" title={t('dragHelp')} />
      </div>
    );
  const free = possible && clashes.length === 0;
  return (
    <div className={classes.dragNotice}>
      <Notice
        tone={free ? 'good' : 'bad'}
        icon={free ? 'check' : 'warning'}
        title={
          <>
            <LocalTime start={target.start} end={target.end} zone={CALENDAR_ZONE} /> · <bdi>{lane}</bdi>:{' '}
            {possible ? t(free ? 'seemsFree' : 'clashes') : t('notThisLane')}
          </>
        }
      >
        {clashes.slice(0, 3).map((clash, i) => (
          <Text size="sm" key={i}>
            <ClashLine clash={clash} zone={CALENDAR_ZONE} />
          </Text>
        ))}
      </Notice>
    </div>
  );
}
