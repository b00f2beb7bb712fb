import { queryOptions } from '@tanstack/react-query';
import { api, type Listed } from './client';
import { readAll } from './pages';

export type Unit = Listed<'/api/v1/units'>;

const PAGE = 200;
const RARELY_CHANGES_MS = 10 * 60_000;

/** The units that the reader may see, parents before children. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  staleTime: RARELY_CHANGES_MS,
  queryFn: async ({ signal }) => {
    const units = await readAll((cursor) => api('get', '/api/v1/units', { query: { limit: PAGE, cursor }, signal }));
    return inTreeOrder(units);
  },
});

export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  staleTime: RARELY_CHANGES_MS,
  queryFn: ({ signal }) => readAll((cursor) => api('get', '/api/v1/sites', { query: { limit: PAGE, cursor }, signal })),
});

export const postsQuery = queryOptions({
  queryKey: ['posts'],
  staleTime: RARELY_CHANGES_MS,
  queryFn: ({ signal }) => readAll((cursor) => api('get', '/api/v1/posts', { query: { limit: PAGE, cursor }, signal })),
});

export interface PlacedUnit extends Unit {
  /** 0 for a root of what the reader sees. */
  readonly depth: number;
}

export function inTreeOrder(units: readonly Unit[]): PlacedUnit[] {
  const known = new Set(units.map(({ id }) => id));
  const place = (parent: string | null, depth: number): PlacedUnit[] =>
    units
      .filter(({ parentId }) => (parentId && known.has(parentId) ? parentId : null) === parent)
      .flatMap((unit) => [{ ...unit, depth }, ...place(unit.id, depth + 1)]);
  return place(null, 0);
}
