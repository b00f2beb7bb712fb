import { civilDate } from '@jssu/kernel';
import { DEMO_POSTS, DEMO_UNITS } from './demo-organisation.js';
import { generatePeople, printPeopleFile } from './generate-people.js';

const FIELD_UNITS: ReadonlySet<string> = new Set(['SPU-BALOCHISTAN', 'SPU-SINDH', 'SSU-KP', 'CN-TRAINING']);

/** What `people-sample.csv` holds: 600 invented people for the units and posts of the demo data. */
export function printPeopleSample(): string {
  const units = DEMO_UNITS.filter(({ code }) => FIELD_UNITS.has(code));
  const people = generatePeople({ seed: 600, count: 600, units, posts: DEMO_POSTS, today: civilDate('2026-11-01') });
  return [...printPeopleFile(people)].join('');
}
