import type { IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';

export const ROW_OUTCOMES = ['created', 'changed', 'unchanged', 'refused'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export const OUTCOME_LOOKS: Readonly<Record<RowOutcome, readonly [Tone, IconName]>> = {
  created: ['good', 'check'],
  changed: ['info', 'pen'],
  unchanged: ['quiet', 'dash'],
  refused: ['bad', 'cross'],
};
