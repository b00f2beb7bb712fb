import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { offeringQuery } from '../../api/offerings';
import { Dialog } from '../../ui/dialog';
import { Loaded } from '../../ui/loaded';
import { ProblemNotice } from '../../ui/problem-notice';
import { useStep } from './offering-steps';
import { REASONED_STEPS, type ReasonedStep } from './states';

const route = getRouteApi('/offerings/$offeringId/steps/$step');
const SHORTEST_REASON = 5;

/** Postpones an offering, calls it off or breaks it off, with the reason that everybody is told. */
export default function StepWithReason() {
  const { t } = useTranslation('offerings');
  const { offeringId, step: named } = route.useParams();
  const navigate = route.useNavigate();
  const close = () => void navigate({ to: '/offerings/$offeringId', params: { offeringId } });
  const offering = useQuery(offeringQuery(offeringId));
  const step = REASONED_STEPS.find((one) => one === named);
  if (!step) return null;
  return (
    <Dialog title={t(`step.${step}`)} onClose={close}>
      <Loaded query={offering}>{() => <Form offeringId={offeringId} step={step} onClose={close} />}</Loaded>
    </Dialog>
  );
}

interface FormProps {
  readonly offeringId: string;
  readonly step: ReasonedStep;
  readonly onClose: () => void;
}

function Form({ offeringId, step, onClose }: FormProps) {
  const { t } = useTranslation('offerings');
  const { t: shared } = useTranslation('app');
  const [reason, setReason] = useState('');
  const key = useRef(idempotencyKey());
  const { stepping } = useStep({ id: offeringId });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    stepping.mutate({ step, reason: reason.trim(), key: key.current }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t(`stepHelp.${step}`)}</Text>
        <Textarea
          label={t('reason')}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            key.current = idempotencyKey();
          }}
          minLength={SHORTEST_REASON}
          maxLength={500}
          rows={3}
          required
          withAsterisk={false}
          data-autofocus
        />
        <ProblemNotice error={stepping.error} />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {shared('cancel')}
          </Button>
          <Button
            type="submit"
            color="red"
            loading={stepping.isPending}
            disabled={reason.trim().length < SHORTEST_REASON}
          >
            {t(`step.${step}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
