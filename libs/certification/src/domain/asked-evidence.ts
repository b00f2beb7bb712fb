import type { EvidenceLeaf, Requirement } from './requirement.js';
import type { SchemeVersionRules } from './scheme-version.js';

/** Every piece of evidence that the tree names, from left to right. */
export function leavesOf(tree: Requirement): readonly EvidenceLeaf[] {
  return tree.op === 'evidence' ? [tree] : tree.of.flatMap(leavesOf);
}

/** Whether a result of the course can help towards a grant or a renewal: by name, or because any course will do. */
export function asksForCourse(rules: SchemeVersionRules, courseCode: string): boolean {
  const trees = rules.renewalRequirement ? [rules.requirement, rules.renewalRequirement] : [rules.requirement];
  return trees
    .flatMap(leavesOf)
    .some(({ kind, subject }) => kind === 'course-result' && (subject === undefined || subject === courseCode));
}
