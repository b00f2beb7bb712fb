import type { Scheme } from '../../api/schemes';

type Rules = Scheme['versions'][number]['rules'];
type Requirement = Rules['requirement'];

/**
 * Schemes that look at a result of the course once it is ratified: those whose rules in force name it, or take any course.
 * Whether a person is certified depends on the rest of their rules.
 */
export function schemesAsking(schemes: readonly Scheme[], courseCode: string, today: string): Scheme[] {
  return schemes.filter(({ versions }) => {
    const [inForce] = versions
      .filter(({ state, effectiveFrom }) => state === 'published' && effectiveFrom !== null && effectiveFrom <= today)
      .sort((a, b) => (b.effectiveFrom ?? '').localeCompare(a.effectiveFrom ?? '') || b.number - a.number);
    if (!inForce) return false;
    const { requirement, renewalRequirement } = inForce.rules;
    return asks(requirement, courseCode) || (renewalRequirement !== undefined && asks(renewalRequirement, courseCode));
  });
}

function asks(requirement: Requirement, courseCode: string): boolean {
  if ('of' in requirement) return requirement.of.some((part) => asks(part, courseCode));
  const { kind, subject } = requirement;
  return kind === 'course-result' && (subject === undefined || subject === courseCode);
}
