import type { Answer, Client } from './product.js';

/** A table of a few people, to give the worker something to do. */
export function fewPeople(prefix: string, count: number, nationalId = ''): string {
  const rows = Array.from(
    { length: count },
    (_, i) => `${prefix}-${String(i).padStart(5, '0')},Zainab Mirza,SPU-SINDH,${nationalId}`,
  );
  return ['Service number,Name (English),Unit,National id', ...rows].join('\n');
}

/** Queues an import. */
export async function queueImport(client: Client, csv: string, dryRun = false): Promise<Answer> {
  const body = new FormData();
  body.set('dryRun', String(dryRun));
  body.set('file', new Blob([csv]), 'people.csv');
  return client('POST', '/api/v1/imports/people', { body });
}
