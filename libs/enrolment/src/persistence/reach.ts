import { EVERYTHING, scopeSql, type Scope } from '@jssu/platform';

/** Enrolments that an actor may touch: of people in one scope, or of offerings run by units in another. */
export interface EnrolmentReach {
  readonly people: Scope;
  readonly offerings: Scope;
}

export const NOBODY: Scope = { kind: 'units', unitIds: [], selfPersonId: null };
export const EVERY_ENROLMENT: EnrolmentReach = { people: EVERYTHING, offerings: EVERYTHING };

/** The reach as an SQL condition over `enrolment e`, `person p` and `offering o`; its values are pushed on `params`. */
export function reachSql({ people, offerings }: EnrolmentReach, params: unknown[]): string {
  const conditions: string[] = [];
  if (people !== NOBODY) conditions.push(scopeSql(people, { unit: 'p.unit_id', person: 'e.person_id' }, params));
  if (offerings !== NOBODY) conditions.push(scopeSql(offerings, { unit: 'o.unit_id' }, params));
  return conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'FALSE';
}
