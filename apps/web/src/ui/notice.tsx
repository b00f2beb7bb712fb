import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import classes from './notice.module.css';

export type Tone = 'good' | 'info' | 'warn' | 'bad' | 'quiet';

interface NoticeProps {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` is read out at once. */
  readonly role?: 'alert' | 'status';
}

/** A message in its place on the page: icon, words, and colour last. */
export function Notice({ tone, icon, title, children, actions, role }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <Icon name={icon} />
      <div className={classes.words}>
        <Text fw={600}>{title}</Text>
        {children}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  );
}

/** Nothing to show: says why, and what brings something here. */
export function EmptyState({ icon, title, children }: Pick<NoticeProps, 'icon' | 'title' | 'children'>) {
  return (
    <div className={classes.empty}>
      <span className={classes.emblem}>
        <Icon name={icon} size={28} />
      </span>
      <Text fw={600}>{title}</Text>
      {children && (
        <Text c="dimmed" size="sm" maw="34rem">
          {children}
        </Text>
      )}
    </div>
  );
}
