import { queryOptions } from '@tanstack/react-query';
import { api, upload, type Answered, type Listed } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { currentLanguage } from '../../i18n/i18n';
import type { RowOutcome } from './outcomes';

export type Import = Answered<'/api/v1/imports/{id}'>;
export type ImportRow = Listed<'/api/v1/imports/{id}/rows'>;
export type RowNote = ImportRow['errors'][number];
/** Which header of the file stands for which column, where it is not recognised. */
export type Mapping = Readonly<Record<string, string>>;

const LOOK_EVERY_MS = 1_000;
/** An interrupted import goes on when somebody runs its job again. */
const LOOK_AGAIN_MS = 5_000;

export function isUnderWay({ state }: Pick<Import, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

// What the API tells of rows and failures is in the reader's language, which is therefore a part of the keys.

export function importsQuery() {
  return pagesQuery(['imports', 'list', currentLanguage()], (cursor, signal) =>
    api('get', '/api/v1/imports', { query: { limit: 20, cursor }, signal }),
  );
}

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['imports', id, currentLanguage()],
    queryFn: ({ signal }) => api('get', '/api/v1/imports/{id}', { path: { id }, signal }),
    refetchInterval: ({ state: { data } }) => {
      if (!data || isUnderWay(data)) return LOOK_EVERY_MS;
      return data.state === 'interrupted' ? LOOK_AGAIN_MS : false;
    },
  });
}

export function rowsQuery(id: string, filter: { readonly outcome?: RowOutcome; readonly fault?: string }) {
  const query = { ...filter, limit: 50 };
  return pagesQuery(['imports', id, 'rows', query, currentLanguage()], (cursor, signal) =>
    api('get', '/api/v1/imports/{id}/rows', { path: { id }, query: { ...query, cursor }, signal }),
  );
}

export function faultsQuery(id: string) {
  return queryOptions({
    queryKey: ['imports', id, 'faults', currentLanguage()],
    queryFn: async ({ signal }) => (await api('get', '/api/v1/imports/{id}/faults', { path: { id }, signal })).items,
  });
}

interface Sending {
  readonly file: File;
  readonly dryRun: boolean;
  readonly atomic: boolean;
  readonly mapping: Mapping;
}

/** Queues an import. Good rows that are on record already change nothing when they are sent again. */
export function sendFile({ file, dryRun, atomic, mapping }: Sending): Promise<{ id: string }> {
  return upload('/api/v1/imports/people', {
    dryRun: dryRun ? 'true' : 'false',
    atomic: atomic ? 'true' : 'false',
    mapping: JSON.stringify(mapping),
    file,
  });
}

/** What stands in the file: its headers, and the rows with the numbers. */
export function lookInto(file: File, mapping: Mapping, rows: readonly number[] = []) {
  return upload('/api/v1/imports/people/preview', {
    rows: JSON.stringify(rows),
    mapping: JSON.stringify(mapping),
    file,
  });
}

export type Preview = Awaited<ReturnType<typeof lookInto>>;
