import { EVERYTHING, scopeSql, type Scope } from '@jssu/platform';

/** Enrolments that an actor may touch: of people in one scope, or of offerings run by units in another. */
export interface EnrolmentReach {
  readonly people: Scope;
  readonly offerings: Scope;
}

export const NOBODY: Scope = { kind: 'units', unitIds: [], selfPersonId: null };
export const EVERY_ENROLMENT: EnrolmentReach = { people: EVERYTHING, offerings: EVERYTHING };

/** The reach as an SQL condition over `person p` and `offering o`; its values are pushed on `params`. */
export function reachSql(reach: EnrolmentReach, params: unknown[]): string {
  const people = scopeSql(reach.people, { unit: 'p.unit_id', person: 'p.id' }, params);
  const offerings = scopeSql(reach.offerings, { unit: 'o.unit_id' }, params);
  return `(${people} OR ${offerings})`;
}
