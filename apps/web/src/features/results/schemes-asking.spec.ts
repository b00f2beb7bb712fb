import { describe, expect, it } from '@jest/globals';
import type { Scheme } from '../../api/schemes';
import { schemesAsking } from './schemes-asking';

type Version = Scheme['versions'][number];
type Rules = Version['rules'];

const course = (subject?: string) => ({ op: 'evidence', key: 'course', kind: 'course-result', subject }) as const;
const fitness = { op: 'evidence', key: 'fitness', kind: 'fitness' } as const;
const rules = (requirement: Rules['requirement'], more: Partial<Rules> = {}): Rules => ({
  ...{ requirement, validity: null, renewalWindow: {}, grace: {}, anchor: { kind: 'completion' }, authorities: ['pk'] },
  ...more,
});
const version = (number: number, given: Rules, more: Partial<Version> = {}): Version => ({
  ...{ id: `v${number}`, number, state: 'published', effectiveFrom: '2026-01-01', rules: given, version: 1 },
  ...more,
});
const scheme = (code: string, ...versions: Version[]): Scheme => ({
  ...{ id: code, code, title: { en: code, ur: code, zh: code }, versions },
});

describe('schemes that ask for a course', () => {
  const asking = (...schemes: Scheme[]) => schemesAsking(schemes, 'GUARD-101', '2026-06-01').map(({ code }) => code);

  it('name it somewhere in their rules, or take any course, at a grant or a renewal', () => {
    const all: Rules['requirement'] = {
      op: 'all',
      of: [fitness, { op: 'any', of: [course('OTHER'), course('GUARD-101')] }],
    };
    expect(
      asking(
        scheme('NAMED', version(1, rules(all))),
        scheme('ANY', version(1, rules({ op: 'n-of', n: 1, of: [fitness, course()] }))),
        scheme('RENEWAL', version(1, rules(fitness, { renewalRequirement: course('GUARD-101') }))),
        scheme('OTHER', version(1, rules(course('OTHER')))),
      ),
    ).toEqual(['NAMED', 'ANY', 'RENEWAL']);
  });

  it('do so by the version in force today', () => {
    const asks = rules(course('GUARD-101'));
    const not = rules(fitness);
    expect(
      asking(
        scheme('DRAFT', version(1, asks, { state: 'draft', effectiveFrom: null })),
        scheme('FUTURE', version(1, asks, { effectiveFrom: '2026-07-01' })),
        scheme('OLDER', version(1, asks), version(2, not, { effectiveFrom: '2026-02-01' })),
        scheme('NEWER', version(1, not), version(2, asks, { effectiveFrom: '2026-02-01' })),
      ),
    ).toEqual(['NEWER']);
  });
});
