import type { AppError } from '@jssu/kernel';
import { inScope, type Scope } from '@jssu/platform';
import { registerErrors } from '../domain/register-errors.js';

/** How far an actor's corrections reach before ratification, and after it; undefined where they do not. */
export interface CorrectionRights {
  readonly scope: Scope;
  readonly ratified: Scope | undefined;
}

export function mayCorrect(ratified: Scope | undefined, offering: { readonly unitId: string }): AppError | undefined {
  if (ratified && inScope(ratified, { unitId: offering.unitId })) return undefined;
  return registerErrors['ratified-needs-administrator']();
}
