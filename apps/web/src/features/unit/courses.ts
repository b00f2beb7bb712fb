import type { Schemas } from '../../api/client';
import type { Scheme } from '../../api/schemes';
import type { Offering, Seats } from './queries';

type Requirement = Schemas['EvidenceLeafDto'] | Schemas['RequirementGroupDto'] | Schemas['RequirementChoiceDto'];

/** A run of a course that people can be nominated for, with its seats as far as they are known. */
export interface NextClass {
  readonly offering: Offering;
  readonly seats: Seats | undefined;
}

/** Codes of the courses that a renewal of the scheme asks for, by the version published last. */
export function renewalCourses({ versions }: Scheme): string[] {
  const rules = versions.filter(({ state }) => state === 'published').at(-1)?.rules;
  return rules ? coursesIn(rules.renewalRequirement ?? rules.requirement) : [];
}

function coursesIn(requirement: Requirement): string[] {
  if (requirement.op !== 'evidence') return requirement.of.flatMap(coursesIn);
  return requirement.kind === 'course-result' && requirement.subject ? [requirement.subject] : [];
}

/** The first to begin that takes people still, one with a free seat before one with a waiting list. */
export function nextClass(classes: readonly NextClass[], courses: readonly string[]): NextClass | undefined {
  const fitting = classes
    .filter(({ offering }) => courses.includes(offering.courseCode))
    .sort((a, b) => a.offering.startsOn.localeCompare(b.offering.startsOn));
  return fitting.find(({ seats }) => seats && seats.free > 0) ?? fitting.at(0);
}
