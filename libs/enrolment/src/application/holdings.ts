import type { Holding } from '../domain/eligibility.js';

/**
 * What people have that a course may ask for: courses passed (`course:<code>`) and certifications (`scheme:<code>`).
 * The libs that know are above this one: certification provides it.
 */
export abstract class Holdings {
  abstract of(personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Holding[]>>;
}
