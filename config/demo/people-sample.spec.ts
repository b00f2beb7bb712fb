import { readFileSync } from 'node:fs';
import { civilDate } from '@jssu/kernel';
import { DEMO_POSTS, DEMO_UNITS, generatePeople, printPeopleSample, type PeopleRecipe } from './index.js';

const recipe: PeopleRecipe = {
  seed: 7,
  count: 20_000,
  units: DEMO_UNITS,
  posts: DEMO_POSTS,
  today: civilDate('2026-11-01'),
};

describe('invented people', () => {
  const people = [...generatePeople(recipe)];

  it('are the same for the same seed and others for another', () => {
    expect([...generatePeople(recipe)]).toEqual(people);
    expect([...generatePeople({ ...recipe, seed: 8, count: 5 })]).not.toEqual(people.slice(0, 5));
  });

  it('begin alike, however many are asked for', () => {
    expect([...generatePeople({ ...recipe, count: 3 })]).toEqual(people.slice(0, 3));
  });

  it('have numbers of their own', () => {
    expect(new Set(people.map(({ serviceNumber }) => serviceNumber)).size).toBe(people.length);
    expect(new Set(people.map(({ nationalId }) => nationalId.replaceAll('-', ''))).size).toBe(people.length);
  });

  it('have identity numbers that nobody has', () => {
    for (const { nationalId, party } of people)
      expect(nationalId.replaceAll('-', '')).toMatch(party === 'cn' ? /^99\d{15}[\dX]$/ : /^99998\d{8}$/);
  });

  it('serve at posts of their own unit, and come in both sexes and from both parties', () => {
    const unitOf = new Map(DEMO_POSTS.map(({ code, unit }) => [code, unit]));
    for (const { post, unit } of people) if (post !== '') expect(unitOf.get(post)).toBe(unit);
    const share = (test: (person: (typeof people)[number]) => boolean) => people.filter(test).length / people.length;
    expect(share(({ sex }) => sex === 'female')).toBeGreaterThan(0.08);
    expect(share(({ party }) => party === 'cn')).toBeGreaterThan(0.015);
    expect(share(({ nameZh }) => nameZh !== '')).toBeGreaterThan(0.2);
  });
});

describe('people-sample.csv', () => {
  it('is what the generator prints', () => {
    expect(readFileSync(new URL('people-sample.csv', import.meta.url), 'utf8')).toBe(printPeopleSample());
  });
});
