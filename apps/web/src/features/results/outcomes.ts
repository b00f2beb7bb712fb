import type { Answered } from '../../api/client';

export type Outcome = Answered<'/api/v1/offerings/{id}/ratification'>['people'][number]['outcome'];

export const OUTCOMES = ['passed', 'failed', 'incomplete'] as const satisfies readonly Outcome[];
