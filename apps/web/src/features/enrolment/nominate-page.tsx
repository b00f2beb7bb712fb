import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { localized, useFormat } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { Notice } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import { Candidates } from './candidates';
import { Chosen } from './chosen';
import classes from './enrolment.module.css';
import { nominate, offeringQuery, readAgain, type Nominee, type Refusal } from './queries';

const route = getRouteApi('/offerings/$offeringId/nominate');
/** In the middle of 1 (highest) to 9. */
const USUAL_PRIORITY = 5;

/** Several people at once; each is answered by himself, and who is refused stays with every reason. */
export default function NominatePage() {
  const { t } = useTranslation('enrolment');
  const { offeringId } = route.useParams();
  const { people } = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const client = useQueryClient();
  const { data: offering } = useQuery(offeringQuery(offeringId));
  const [priorities, setPriorities] = useState<Readonly<Record<string, number>>>({});
  const [refused, setRefused] = useState<Readonly<Record<string, readonly Refusal[]>>>({});
  const chosen = people ? people.split(',') : [];
  const choose = useCallback(
    (ids: readonly string[]) =>
      void navigate({
        search: (now) => ({ ...now, people: ids.join(',') || undefined }),
        ...{ replace: true, resetScroll: false },
      }),
    [navigate],
  );
  const nominating = useMutation({
    mutationFn: ({ nominees, key }: { nominees: Nominee[]; key: string }) => nominate(offeringId, nominees, key),
    onSuccess: ({ results }) => {
      const done = results.filter((result) => 'id' in result).length;
      if (done > 0) toast({ message: t('nominated', { count: done }) });
      void readAgain(client, offeringId);
    },
  });
  const submit = () => {
    const nominees = chosen.map((personId) => ({ personId, priority: priorities[personId] ?? USUAL_PRIORITY }));
    nominating.mutate(
      { nominees, key: idempotencyKey() },
      {
        // Only while one is still here.
        onSuccess: ({ results }) => {
          const no = results.filter((result) => 'refusals' in result);
          setRefused(Object.fromEntries(no.map(({ personId, refusals }) => [personId, refusals])));
          if (no.length === 0) void navigate({ to: '/offerings/$offeringId/roster', params: { offeringId } });
          else choose(no.map(({ personId }) => personId));
        },
      },
    );
  };
  const failures = chosen.filter((id) => refused[id]).length;
  return (
    <Page
      title={t('nominate')}
      lead={
        offering && (
          <>
            {localized(offering.courseTitle)} · <bdi dir="ltr">{offering.code}</bdi>
            {offering.nominationsCloseOn &&
              ` · ${t('closesOn', { day: format.day(offering.nominationsCloseOn), when: format.fromToday(offering.nominationsCloseOn) })}`}
          </>
        )
      }
      above={
        <BackLink to="/offerings/$offeringId/roster" params={{ offeringId }}>
          {t('roster')}
        </BackLink>
      }
    >
      <ProblemNotice error={nominating.error} />
      {failures > 0 && (
        <Notice role="alert" tone="warn" icon="warning" title={t('someRefused', { count: failures })}>
          <Text size="sm">{t('someRefusedHelp')}</Text>
        </Notice>
      )}
      {chosen.length > 0 && (
        <Section title={t('chosen', { count: chosen.length })}>
          <Text size="sm" c="dimmed">
            {t('chosenHelp')}
          </Text>
          <Chosen
            ids={chosen}
            priorityOf={(id) => priorities[id] ?? USUAL_PRIORITY}
            onPriority={(id, priority) => setPriorities((now) => ({ ...now, [id]: priority }))}
            refused={refused}
            onRemove={(id) => choose(chosen.filter((one) => one !== id))}
          />
        </Section>
      )}
      <Section title={t('candidates')}>
        <Candidates
          offeringId={offeringId}
          chosen={chosen}
          onToggle={(id, on) => choose(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      </Section>
      <div className={classes.bar}>
        <Text size="sm" role="status">
          {t('chosen', { count: chosen.length })}
        </Text>
        <Button disabled={chosen.length === 0} loading={nominating.isPending} onClick={submit}>
          {t('nominateThem', { count: chosen.length })}
        </Button>
      </div>
    </Page>
  );
}
