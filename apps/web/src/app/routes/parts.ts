import { createRootRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadText } from '../../i18n/i18n';
import { NotFoundPage } from '../not-found-page';
import { PartMissing } from '../route-failed';
import { Shell } from '../shell';

/** A screen, fetched when it is gone to. The router itself would reload the page when that fails: without a line, away. */
export function part<T extends Record<string, unknown>>(fetchPart: () => Promise<T>) {
  return lazyRouteComponent(() =>
    fetchPart().catch((cause: unknown) => {
      throw new PartMissing(cause);
    }),
  );
}

export const texts = (feature: string) => () =>
  loadText(feature).catch((cause: unknown) => {
    throw new PartMissing(cause);
  });

export type Search = Readonly<Record<string, unknown>>;

/** A civil date of the address, or nothing when it is none. */
export const dateIn = (value: unknown) => (/^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? String(value) : undefined);
export const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });
