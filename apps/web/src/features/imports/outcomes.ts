import type { IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';

export const OUTCOMES = ['created', 'changed', 'unchanged', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_LOOKS: Readonly<Record<Outcome, readonly [Tone, IconName]>> = {
  created: ['good', 'check'],
  changed: ['info', 'pen'],
  unchanged: ['quiet', 'dash'],
  refused: ['bad', 'cross'],
};
