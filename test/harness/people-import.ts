import { readFileSync } from 'node:fs';
import {
  DEMO_POSTS,
  DEMO_UNITS,
  generatePeople,
  PEOPLE_FILE_COLUMNS,
  printPeopleFile,
  type InventedPerson,
} from '@jssu/config/demo';
import { civilDate } from '@jssu/kernel';
import { eventually, type Answer, type Client } from './product.js';

export const SAMPLE = readFileSync(new URL('../../config/demo/people-sample.csv', import.meta.url));
export const HEADERS = PEOPLE_FILE_COLUMNS.map(([, title]) => title);

const FIELD_UNITS: ReadonlySet<string> = new Set(['SPU-BALOCHISTAN', 'SPU-SINDH', 'SSU-KP', 'CN-TRAINING']);

/** People of the demo units whose numbers differ from those of other series and of the sample. */
export function inventPeople(series: number, count: number): InventedPerson[] {
  const units = DEMO_UNITS.filter(({ code }) => FIELD_UNITS.has(code));
  const people = generatePeople({
    ...{ seed: series * 100_000, count, units, posts: DEMO_POSTS, today: civilDate('2026-11-01') },
  });
  return [...people].map((person) => ({
    ...person,
    serviceNumber: `${person.serviceNumber}-${series}`,
    // Chinese numbers tell the place in the file, not the series.
    nationalId: person.party === 'cn' ? '' : person.nationalId,
  }));
}

export function csvOf(people: Iterable<InventedPerson>): string {
  return [...printPeopleFile(people)].join('');
}

export type UploadFields = Readonly<Record<string, string>>;

/** Sends a file as a form does, fields first. */
export function upload(
  client: Client,
  content: string | Uint8Array,
  fields: UploadFields = {},
  fileName = 'people.csv',
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]), fileName);
  return client('POST', '/api/v1/imports/people', { body });
}

/** The batch as it is when it has ended. */
export async function ended(client: Client, id: string, seconds = 30): Promise<Answer['body']> {
  const { body } = await eventually(
    () => client('GET', `/api/v1/imports/${id}`),
    (answer) => ['done', 'refused', 'failed'].includes(answer.body.state),
    seconds,
  );
  return body;
}

/** Sends a file and waits for its end. */
export async function importFile(
  client: Client,
  content: string | Uint8Array,
  fields: UploadFields = { dryRun: 'false' },
  fileName?: string,
): Promise<Answer['body']> {
  const { status, body } = await upload(client, content, fields, fileName);
  expect([status, body]).toEqual([202, { id: expect.any(String) }]);
  return ended(client, body.id);
}

/** All rows of a batch, page by page. */
export async function rowsOf(client: Client, id: string, outcome = ''): Promise<Answer['body'][]> {
  const rows: Answer['body'][] = [];
  for (let cursor = ''; ;) {
    const query = `limit=200${outcome && `&outcome=${outcome}`}${cursor && `&cursor=${cursor}`}`;
    const { body } = await client('GET', `/api/v1/imports/${id}/rows?${query}`);
    rows.push(...body.items);
    if (!body.nextCursor) return rows;
    cursor = body.nextCursor;
  }
}
