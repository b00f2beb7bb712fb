import { Progress, Text, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { batchIdQuery, batchQuery, tasksQuery, type Batch } from './queries';
import { isAdministrator } from './rights';
import { TaskLines } from './task-lines';

/** What the ratification set going, while it runs and when it is done. */
export function CertificationBatch({ offeringId }: { readonly offeringId: string }) {
  const { t } = useTranslation('results');
  const found = useQuery(batchIdQuery(offeringId));
  return (
    <Section title={t('certificates')}>
      <Loaded query={found}>
        {(id) => (id ? <RunningBatch id={id} /> : <Text role="status">{t('batchComing')}</Text>)}
      </Loaded>
    </Section>
  );
}

function RunningBatch({ id }: { readonly id: string }) {
  const query = useQuery(batchQuery(id));
  return (
    <Loaded query={query}>
      {(batch) => (
        <>
          {/* The last figures stay; why they do not go on stands above them. */}
          {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
          <BatchState batch={batch} />
        </>
      )}
    </Loaded>
  );
}

/** Told to a screen reader at each of these, not with every certificate. */
const STEP_PERCENT = 25;

function BatchState({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('results');
  const { total, counts, percent, attention } = batch;
  const done = total - counts.queued;
  const failed = attention.filter(({ state }) => state === 'failed');
  if (total === 0)
    return (
      <EmptyState icon="ribbon" title={t('noCertificate')}>
        {t('noCertificateHelp')}
      </EmptyState>
    );
  return (
    <>
      <Text fw={600}>
        {percent === 100 ? t('batchDone', { count: total }) : t('batchRuns', { done, count: total })}
      </Text>
      <Progress value={percent} aria-label={t('batchProgress')} mt="xs" mb="md" />
      <VisuallyHidden role="status">
        {percent === 100
          ? t('batchDone', { count: total })
          : t('batchStep', { percent: Math.floor(percent / STEP_PERCENT) * STEP_PERCENT })}
      </VisuallyHidden>
      {attention.length > 0 && <TaskLines label={t('notCertified')} tasks={attention} />}
      {failed.length > 0 && isAdministrator() && (
        <Text mt="sm">
          <Link to="/jobs" search={{ state: 'failed' }}>
            {t('toJobs')}
          </Link>
        </Text>
      )}
      {percent === 100 && <Certified batch={batch} />}
    </>
  );
}

function Certified({ batch: { id, counts } }: { readonly batch: Batch }) {
  const { t } = useTranslation('results');
  const list = useInfiniteQuery(tasksQuery(id, JSON.stringify(counts)));
  return (
    <Loaded query={list} skeleton={<Lines count={4} />}>
      {({ pages }) => {
        const tasks = pages
          .flatMap(({ items }) => items)
          .filter(({ state }) => state === 'issued' || state === 'pending_signature');
        return (
          <>
            {tasks.length > 0 && <TaskLines label={t('certified')} tasks={tasks} />}
            <LoadMore list={list} />
          </>
        );
      }}
    </Loaded>
  );
}
