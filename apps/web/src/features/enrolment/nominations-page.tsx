import { Button, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { byOffering, DeskGroup } from './desk-group';
import classes from './enrolment.module.css';
import { Outcomes, type Outcome } from './outcomes';
import { awaitingQuery, endorse, readAgain, type Awaiting, type Refusal } from './queries';
import { RejectDialog } from './reject-dialog';
import { isMyself } from './rights';

const route = getRouteApi('/nominations');
/** In one request. */
const MOST = 200;

/** The commander’s desk: all that awaits his endorsement, the most urgent first. */
export default function NominationsPage() {
  const { t } = useTranslation('enrolment');
  const list = useInfiniteQuery(awaitingQuery);
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const counts = byOffering(all);
  const total = counts.reduce((sum, group) => sum + group.awaiting, 0);
  const lead = list.hasNextPage
    ? t('deskLeadMore', { count: total })
    : `${t('awaitingCount', { count: total })} · ${t('offeringCount', { count: counts.length })}`;
  return (
    <Page title={t('desk')} lead={list.data && total > 0 ? lead : t('deskLead')}>
      <Loaded query={list} skeleton={<Lines count={6} />}>
        {() => (
          <>
            <Desk nominations={all} />
            <LoadMore list={list} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Desk({ nominations }: { readonly nominations: readonly Awaiting[] }) {
  const { t } = useTranslation('enrolment');
  const { reject } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Readonly<Record<string, readonly Refusal[]>>>({});
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const endorsing = useMutation({
    mutationFn: ({ chosen, key }: { chosen: readonly Awaiting[]; key: string }) =>
      endorse(
        chosen.map(({ id }) => id),
        key,
      ),
    onSuccess: async ({ results }, { chosen }) => {
      const no = results.filter((result) => 'refusals' in result);
      setRefused(Object.fromEntries(no.map(({ id, refusals }) => [id, refusals])));
      setOutcomes(
        results.flatMap((result) => {
          const nomination = chosen.find(({ id }) => id === result.id);
          return nomination && 'state' in result ? { nomination, result } : [];
        }),
      );
      setTicked(new Set());
      await readAgain(client);
    },
  });
  const mayDecide = ({ personId }: Awaiting) => !isMyself(personId);
  const chosen = nominations.filter((one) => ticked.has(one.id) && mayDecide(one));
  const tick = (ids: readonly string[], on: boolean) =>
    setTicked((now) => {
      const next = new Set(now);
      for (const id of ids)
        if (on) next.add(id);
        else next.delete(id);
      return next;
    });
  const rejected = nominations.find(({ id }) => id === reject);
  return (
    <>
      <Outcomes outcomes={outcomes} refused={Object.keys(refused).length} onClose={() => setOutcomes([])} />
      <ProblemNotice error={endorsing.error} />
      {nominations.length === 0 && (
        <EmptyState icon="check" title={t('nothingAwaits')}>
          {t('nothingAwaitsHelp')}{' '}
          <Link to="/offerings" search={{ state: 'published' }} className={classes.link}>
            {t('openOfferings')}
          </Link>
        </EmptyState>
      )}
      {byOffering(nominations).map(({ offeringId, nominations: rows }) => (
        <DeskGroup key={offeringId} nominations={rows} ticked={ticked} onTick={tick} refused={refused} />
      ))}
      {nominations.length > 0 && (
        <div className={classes.bar}>
          <Text size="sm" role="status">
            {t('chosen', { count: chosen.length })}
          </Text>
          <Button
            disabled={chosen.length === 0}
            loading={endorsing.isPending}
            onClick={() => endorsing.mutate({ chosen: chosen.slice(0, MOST), key: idempotencyKey() })}
          >
            {t('endorseThem', { count: Math.min(chosen.length, MOST) })}
          </Button>
        </div>
      )}
      {rejected && <RejectDialog nomination={rejected} onClose={() => void navigate({ search: {}, replace: true })} />}
    </>
  );
}
