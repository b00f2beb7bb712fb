import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './sticky-bar.module.css';

interface StickyBarProps {
  /** How the work on the sheet stands; read out when it changes. */
  readonly state: ReactNode;
  readonly children?: ReactNode;
}

/** Under a long sheet: what is saved of it, and what can be done with it. */
export function StickyBar({ state, children }: StickyBarProps) {
  return (
    <div className={classes.bar}>
      <Text size="sm" role="status">
        {state}
      </Text>
      <Group gap="xs">{children}</Group>
    </div>
  );
}
