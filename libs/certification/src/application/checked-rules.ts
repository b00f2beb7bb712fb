import { schemeErrors } from '../domain/scheme-errors.js';
import { validateRules, type SchemeVersionRules } from '../domain/scheme-version.js';

/** @throws `certification.bad-rules` that names every problem with its place */
export function checkedRules(given: unknown): SchemeVersionRules {
  const check = validateRules(given);
  if (!check.ok) throw schemeErrors['bad-rules']({}, { problems: check.problems });
  return check.rules;
}
