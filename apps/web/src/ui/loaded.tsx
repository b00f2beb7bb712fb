import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UseQueryResult } from '@tanstack/react-query';
import { ProblemNotice } from './problem-notice';

interface LoadedProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error'> & { readonly refetch: () => unknown };
  /** The shape of what comes; three lines unless told otherwise. */
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** What a query brought; its shape until then; or why it did not, with another try. */
export function Loaded<T>({ query: { data, error, refetch }, skeleton, children }: LoadedProps<T>) {
  const { t } = useTranslation();
  if (data !== undefined) return children(data);
  if (error) return <ProblemNotice error={error} onRetry={() => refetch()} />;
  return (
    <div aria-busy="true" role="status" aria-label={t('loading')}>
      {skeleton ?? <Lines />}
    </div>
  );
}

export function Lines({ count = 3, height = 56 }: { readonly count?: number; readonly height?: number }) {
  return (
    <Stack gap="xs">
      {Array.from({ length: count }, (_, i) => (
        <Skeleton key={i} height={height} />
      ))}
    </Stack>
  );
}
