import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { unitsQuery } from '../../api/organisation';
import { Icon } from '../../ui/icon';
import { Lines, Loaded } from '../../ui/loaded';
import { BackLink } from '../../ui/back-link';
import { Notice } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import classes from './panel.module.css';
import { keepPlan, keptPlan, makePlan, planned, type Plan } from './new-offering';
import { PlanList } from './plan-list';
import { propose, type Proposal } from './propose';
import { coursesQuery } from './queries';
import { Refusal } from './refusal';
import { TermsFields } from './terms-fields';
import { refreshPlans } from './use-moves';
import { usePlanFacts, useSeenPlans } from './use-plan-facts';
import { CALENDAR_ZONE } from './zone-time';
import { takenBy } from './wanted';

const route = getRouteApi('/offerings/new');
const PLAN_FORM = 'plan';

/** From the syllabus to a draft: particulars, a proposal of its sessions to be changed, and all of it made at once. */
export default function NewOfferingPage() {
  const { t } = useTranslation('planning');
  const courses = useQuery(coursesQuery);
  const units = useQuery(unitsQuery);
  return (
    <Page
      title={t('newOffering')}
      lead={t('newOfferingLead')}
      above={<BackLink to="/offerings">{t('toOfferings')}</BackLink>}
    >
      <Loaded query={courses} skeleton={<Lines count={5} />}>
        {() => (
          <Loaded query={units} skeleton={<Lines count={5} />}>
            {() => <Builder />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Builder() {
  const { t } = useTranslation('planning');
  const navigate = route.useNavigate();
  const cache = useQueryClient();
  const { data: units = [] } = useQuery(unitsQuery);
  const form = useRef<HTMLFormElement>(null);
  const [plan, setPlan] = useState(keptPlan);
  const [left, setLeft] = useState<Proposal['left']>([]);
  const { terms, sessions } = plan;
  const zone = units.find(({ id }) => id === terms.unitId)?.zone ?? CALENDAR_ZONE;
  const facts = usePlanFacts(terms.courseId, terms.courseVersionId);
  const seen = useSeenPlans(facts.data, terms.startsOn, terms.endsOn, zone);
  const change = (next: Plan) => {
    setPlan(next);
    keepPlan(next);
  };
  const making = useMutation({
    mutationFn: (wanted: Plan) => makePlan(wanted, zone, change),
    onSuccess: async ({ plan: made, refused }) => {
      if (refused.size > 0 || !made.offeringId) return;
      keepPlan(undefined);
      toast({ message: t('draftMade') });
      await navigate({ to: '/offerings/$offeringId', params: { offeringId: made.offeringId } });
    },
    onSettled: () => refreshPlans(cache),
  });
  const onPropose = () => {
    // The browser itself says which field is missing or wrong.
    if (!facts.data || !form.current?.reportValidity()) return;
    const seatsMax = Number(terms.seatsMax);
    const wanted = facts.data.blocks.map((block) => ({ block, minutes: block.minutes }));
    const proposal = propose({ ...facts.data, ...terms, seatsMax, zone, wanted, taken: takenBy(seen) });
    setLeft(proposal.left);
    making.reset();
    change({ ...plan, sessions: proposal.sessions.map(planned) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sessions) making.mutate(plan);
    else onPropose();
  };
  const startAnew = () => {
    keepPlan(undefined);
    making.reset();
    setPlan(keptPlan());
  };
  const refused = making.data?.refused ?? new Map<string, Error>();
  // What is taken is not known yet: nothing is proposed on top of it.
  const waiting = terms.courseVersionId !== '' && (!facts.data || !seen.ready);
  return (
    <>
      <form id={PLAN_FORM} ref={form} onSubmit={submit} style={{ marginBottom: 'var(--mantine-spacing-md)' }}>
        <Section title={t('particulars')}>
          <TermsFields
            terms={terms}
            locked={!!plan.offeringId}
            onChange={(next) => change({ ...plan, terms: next, key: idempotencyKey() })}
            onCourse={(next) => change({ terms: next, key: idempotencyKey() })}
          />
          {plan.offeringId && (
            <Text size="sm" mt="sm" className={classes.links}>
              {t('draftStands')}{' '}
              <Link to="/offerings/$offeringId" params={{ offeringId: plan.offeringId }}>
                {t('toOffering')}
              </Link>
            </Text>
          )}
        </Section>
      </form>
      <Section
        title={t('sessions')}
        actions={
          sessions &&
          !plan.offeringId && (
            <Button variant="default" onClick={onPropose} disabled={waiting}>
              {t('proposeAgain')}
            </Button>
          )
        }
      >
        {sessions && facts.data ? (
          <PlanList
            sessions={sessions}
            onChange={(next) => change({ ...plan, sessions: next })}
            {...{ terms, zone, refused, left, seen }}
            facts={facts.data}
          />
        ) : (
          <Text c="dimmed" mb="sm">
            {t('proposeHelp')}
          </Text>
        )}
        <div style={{ marginTop: 'var(--mantine-spacing-md)' }}>
          <ProblemNotice error={facts.error} onRetry={() => void facts.refetch()} />
          <Refusal error={making.error} zone={zone} />
          {refused.size > 0 && (
            <Notice role="alert" tone="warn" icon="warning" title={t('someRefused', { count: refused.size })}>
              <Text size="sm">{t('someRefusedHelp')}</Text>
            </Notice>
          )}
        </div>
        <Group justify="end" mt="md">
          <Button variant="subtle" color="gray" onClick={startAnew}>
            {t('startAnew')}
          </Button>
          <Button
            type="submit"
            form={PLAN_FORM}
            loading={making.isPending}
            disabled={waiting}
            leftSection={<Icon name={sessions ? 'check' : 'calendar'} size={16} />}
          >
            {t(sessions ? (plan.offeringId ? 'makeRest' : 'makeDraft') : 'propose')}
          </Button>
        </Group>
      </Section>
    </>
  );
}
