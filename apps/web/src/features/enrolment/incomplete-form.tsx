import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey, type Schemas } from '../../api/client';
import { today, useFormat } from '../../i18n/format';
import { personName } from '../../ui/person-name';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import {
  endIncomplete,
  openRunsQuery,
  readAgain,
  type Enrolment,
  type IncompleteReason,
  type Offering,
} from './queries';

const AFTER_ATTENDING = [
  ...(['withdrawn', 'returned_to_unit', 'dropped', 'medical', 'disciplinary', 'transferred'] as const),
] satisfies readonly IncompleteReason[];

interface IncompleteFormProps {
  readonly enrolment: Enrolment;
  readonly offering: Offering;
  readonly back: () => void;
  readonly onClose: () => void;
}

/** From the first day on: the person does not finish. One who never appeared is a no-show, and nothing else. */
export function IncompleteForm({ enrolment, offering, back, onClose }: IncompleteFormProps) {
  const { t } = useTranslation('enrolment');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const client = useQueryClient();
  const reasons = enrolment.state === 'attending' ? AFTER_ATTENDING : (['no_show'] as const);
  const [reason, setReason] = useState<IncompleteReason>(reasons[0]);
  const [note, setNote] = useState('');
  const [target, setTarget] = useState('');
  const transferred = reason === 'transferred';
  const { data: runs = [] } = useQuery({ ...openRunsQuery(offering.courseId, today()), enabled: transferred });
  const ending = useMutation({
    mutationFn: ({ body, key }: { body: Schemas['IncompleteDto']; key: string }) =>
      endIncomplete(enrolment.id, body, key),
    onSuccess: () => {
      toast({ message: t('step.incompleteDone', { name: personName(enrolment) }) });
      void readAgain(client, offering.id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { reason, note: note.trim() || undefined, transferredTo: transferred ? target : undefined };
    ending.mutate({ body, key: idempotencyKey() }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          label={t('reason')}
          value={reason}
          onChange={(event) => setReason(reasons.find((one) => one === event.currentTarget.value) ?? reasons[0])}
          data={reasons.map((value) => ({ value, label: t(`incomplete.${value}`) }))}
          data-autofocus
        />
        {transferred && (
          <NativeSelect
            label={t('transferTo')}
            value={target}
            required
            withAsterisk={false}
            onChange={(event) => setTarget(event.currentTarget.value)}
            data={[
              { value: '', label: t(runs.length > 0 ? 'chooseOffering' : 'noOtherOffering') },
              ...runs
                .filter(({ id }) => id !== offering.id)
                .map(({ id, code, startsOn }) => ({ value: id, label: `${code} · ${format.day(startsOn)}` })),
            ]}
          />
        )}
        <Textarea
          label={t('note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          minLength={3}
          maxLength={500}
          rows={3}
        />
        <Text size="sm" c="dimmed">
          {t('incompleteHelp')}
        </Text>
        <ProblemNotice error={ending.error} />
        <Group justify="end">
          <Button variant="default" onClick={back}>
            {shared('cancel')}
          </Button>
          <Button type="submit" color="red" loading={ending.isPending}>
            {t('step.incomplete')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
