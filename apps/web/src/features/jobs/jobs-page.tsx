import { Button, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isAbsent } from '../../api/problem';
import { useFormat } from '../../i18n/format';
import { Filters } from '../../ui/filters';
import { Icon } from '../../ui/icon';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import classes from './jobs.module.css';
import { plainReason } from './plain-reason';
import { countsQuery, jobsQuery, retryJob, type Job } from './queries';
import { Queues } from './queues';
import { JOB_STATES, type JobState } from './states';

const route = getRouteApi('/jobs');
const NAMED = [
  ...(['imports.run-people-import', 'certification.grant-and-issue', 'certification.open-batch'] as const),
  ...(['certification.review-correction', 'enrolment.cancel-called-off'] as const),
] as const;

export default function JobsPage() {
  const { t } = useTranslation('jobs');
  const { state = 'failed' } = route.useSearch();
  const navigate = route.useNavigate();
  const counts = useQuery(countsQuery);
  const choose = (chosen: JobState | undefined) =>
    void navigate({ search: { state: chosen === 'failed' ? undefined : chosen }, replace: true });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('queues')}>
        <Loaded query={counts}>{(queues) => <Queues queues={queues} />}</Loaded>
      </Section>
      <div className={classes.below}>
        <Filters label={t('filters')}>
          <NativeSelect
            label={t('state')}
            value={state}
            onChange={(event) => choose(JOB_STATES.find((one) => one === event.currentTarget.value))}
            data={JOB_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
        </Filters>
        <Jobs state={state} />
      </div>
    </Page>
  );
}

function Jobs({ state }: { readonly state: JobState }) {
  const { t } = useTranslation('jobs');
  const cache = useQueryClient();
  const list = useQuery(jobsQuery(state));
  const refresh = () => cache.invalidateQueries({ queryKey: ['jobs'] });
  const retryAll = useMutation({
    mutationFn: runAgain,
    onSuccess: (count) => toast({ message: t('retriedAll', { count }) }),
    onSettled: refresh,
  });
  return (
    <Section
      title={t(`state.${state}`)}
      actions={
        state === 'failed' && list.data && list.data.length > 0 ? (
          <Button
            variant="default"
            leftSection={<Icon name="retry" size={16} />}
            loading={retryAll.isPending}
            onClick={() => retryAll.mutate(list.data)}
          >
            {t('retryAll', { count: list.data.length })}
          </Button>
        ) : undefined
      }
    >
      <ProblemNotice error={retryAll.error} />
      <Loaded query={list} skeleton={<Lines count={3} height={80} />}>
        {(jobs) =>
          jobs.length === 0 ? (
            <EmptyState
              icon={state === 'failed' ? 'check' : 'gears'}
              title={t(state === 'failed' ? 'nothing.failed' : 'nothing.other')}
            >
              {t('nothingHelp')}
            </EmptyState>
          ) : (
            <ul className={classes.list} aria-label={t(`state.${state}`)}>
              {jobs.map((job) => (
                <JobLine key={`${job.queue} ${job.id}`} job={job} failed={state === 'failed'} onRetried={refresh} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

/** One after the other. One that somebody else has run again meanwhile is done as well. @returns how many run again */
async function runAgain(jobs: readonly Job[]): Promise<number> {
  let count = 0;
  for (const job of jobs) {
    try {
      await retryJob(job);
      count += 1;
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  }
  return count;
}

interface JobLineProps {
  readonly job: Job;
  readonly failed: boolean;
  readonly onRetried: () => void;
}

function JobLine({ job, failed, onRetried }: JobLineProps) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const retry = useMutation({
    mutationFn: () => retryJob(job),
    onSuccess: () => toast({ message: t('retried') }),
    onSettled: onRetried,
  });
  const named = NAMED.find((name) => name === job.name);
  const title = named ? t(`job.${named}`) : job.name;
  return (
    <li className={classes.job}>
      <div className={classes.words}>
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {t('queuedAt', { moment: format.moment(job.queuedAt) })}
          {job.attempts > 0 && ` · ${t('tries', { count: job.attempts })}`}
        </Text>
        {failed && job.failedReason !== null && (
          <>
            <Text>{t(`why.${plainReason(job.failedReason)}`)}</Text>
            <Text size="sm">
              {t('systemSays')} <bdi dir="ltr">{job.failedReason}</bdi>
            </Text>
          </>
        )}
        <Text size="sm" c="dimmed" className={classes.payload}>
          {t('concerns')} <bdi dir="ltr">{payloadOf(job)}</bdi>
        </Text>
        <ProblemNotice error={retry.error} />
      </div>
      {failed && (
        <Button
          leftSection={<Icon name="retry" size={16} />}
          aria-label={t('retryOf', { job: title })}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {t('retry')}
        </Button>
      )}
    </li>
  );
}

/** Payloads hold ids only. */
function payloadOf({ payload }: Job): string {
  return Object.entries(payload)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(' · ');
}
