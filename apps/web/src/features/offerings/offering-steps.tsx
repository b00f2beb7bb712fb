import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { offeringQuery, type Offering } from '../../api/offerings';
import { LinkButton } from '../../ui/link-button';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import { mayPlan } from './rights';
import { stepOffering, type Step } from './queries';
import { needsReason } from './states';

/** What its state allows to whoever plans it: the step ahead first; those that need a reason ask for it. */
export function OfferingSteps({ offering }: { readonly offering: Offering }) {
  const { t } = useTranslation('offerings');
  const { stepping } = useStep(offering);
  if (!mayPlan(offering) || offering.steps.length === 0) return null;
  const ahead = offering.steps.filter((step) => !needsReason(step));
  const aside = offering.steps.filter(needsReason);
  return (
    <div style={{ marginBottom: 'var(--mantine-spacing-md)' }}>
      <Group gap="xs" mb={stepping.error ? 'sm' : 0}>
        {ahead.map((step, i) => (
          <Button
            key={step}
            variant={i === 0 ? 'filled' : 'default'}
            loading={stepping.isPending && stepping.variables.step === step}
            disabled={stepping.isPending}
            onClick={() => stepping.mutate({ step, key: idempotencyKey() })}
          >
            {t(`step.${step}`)}
          </Button>
        ))}
        {aside.map((step) => (
          <LinkButton
            key={step}
            variant="default"
            to="/offerings/$offeringId/steps/$step"
            params={{ offeringId: offering.id, step }}
          >
            {t(`step.${step}`)}
          </LinkButton>
        ))}
      </Group>
      <ProblemNotice error={stepping.error} />
    </div>
  );
}

/** Takes a step; everything that shows the offering then asks again. */
export function useStep({ id }: Pick<Offering, 'id'>) {
  const { t } = useTranslation('offerings');
  const cache = useQueryClient();
  const stepping = useMutation({
    mutationFn: (step: Step) => stepOffering(id, step),
    onSuccess: ({ state, version }) => {
      cache.setQueryData(offeringQuery(id).queryKey, (now) => now && { ...now, state, version, steps: [] });
      toast({ message: t(`state.${state}`) });
    },
    onSettled: () =>
      Promise.all([['offerings'], ['sessions'], ['bookings']].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
  return { stepping };
}
