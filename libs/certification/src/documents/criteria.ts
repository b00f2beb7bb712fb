import type { Period } from '@jssu/kernel';
import type { EvidenceKind, Requirement } from '../domain/requirement.js';

const KINDS: Readonly<Record<EvidenceKind, string>> = {
  'course-result': 'Course passed',
  'external-certificate': 'Certificate of another body',
  'task-book': 'Task book completed',
  fitness: 'Fitness for duty',
  experience: 'Experience',
  waiver: 'Waiver',
  equivalence: 'Recognised equivalent',
};

/** What a scheme asks for, as a Markdown list in English: the criteria of an Open Badges achievement. */
export function criteriaOf(tree: Requirement): string {
  return lines(tree, '').join('\n');
}

function lines(node: Requirement, indent: string): string[] {
  if (node.op === 'evidence') {
    const { kind, subject, maxAge } = node;
    const age = maxAge ? `, at most ${periodInWords(maxAge)} old` : '';
    return [`${indent}- ${KINDS[kind]}${subject ? `: ${subject}` : ''}${age}`];
  }
  const heading = node.op === 'n-of' ? `${node.n} of` : node.op === 'any' ? 'One of' : 'All of';
  return [`${indent}- ${heading}:`, ...node.of.flatMap((child) => lines(child, `${indent}  `))];
}

function periodInWords(period: Period): string {
  return (['years', 'months', 'days'] as const)
    .flatMap((unit) => {
      const n = period[unit] ?? 0;
      return n === 0 ? [] : [`${n} ${n === 1 ? unit.slice(0, -1) : unit}`];
    })
    .join(' and ');
}
