import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { ProblemNotice } from './problem-notice';

type More = Pick<
  UseInfiniteQueryResult,
  'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage' | 'error'
>;

/** The next page of a list, under what is there. */
export function LoadMore({ list }: { readonly list: More }) {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <div style={{ display: 'grid', gap: 'var(--mantine-spacing-sm)', marginTop: 'var(--mantine-spacing-md)' }}>
      {list.isFetchNextPageError && <ProblemNotice error={list.error} />}
      <Button
        variant="default"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
        style={{ justifySelf: 'center' }}
      >
        {t('more')}
      </Button>
    </div>
  );
}
