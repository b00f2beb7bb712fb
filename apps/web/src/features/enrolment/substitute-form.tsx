import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey, type Schemas } from '../../api/client';
import { personName } from '../../ui/person-name';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import { PersonSearch } from './person-search';
import { readAgain, substitute, type Enrolment } from './queries';

interface SubstituteFormProps {
  readonly enrolment: Enrolment;
  readonly back: () => void;
  readonly onClose: () => void;
}

/** Another person of the same unit takes the place. */
export function SubstituteForm({ enrolment, back, onClose }: SubstituteFormProps) {
  const { t } = useTranslation('enrolment');
  const { t: shared } = useTranslation('app');
  const client = useQueryClient();
  const [personId, setPersonId] = useState<string>();
  const [reason, setReason] = useState('');
  const replacing = useMutation({
    mutationFn: ({ body, key }: { body: Schemas['SubstituteDto']; key: string }) => substitute(enrolment.id, body, key),
    onSuccess: () => {
      toast({ message: t('step.substituteDone', { name: personName(enrolment) }) });
      void readAgain(client, enrolment.offeringId);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!personId) return;
    const body = { personId, reason: reason.trim() || undefined };
    replacing.mutate({ body, key: idempotencyKey() }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('substituteHelp')}
        </Text>
        <PersonSearch
          label={t('substituteBy')}
          unitId={enrolment.unitId}
          without={enrolment.personId}
          value={personId}
          onChange={setPersonId}
        />
        <TextInput
          label={t('note')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          minLength={3}
          maxLength={500}
        />
        <ProblemNotice error={replacing.error} />
        <Group justify="end">
          <Button variant="default" onClick={back}>
            {shared('cancel')}
          </Button>
          <Button type="submit" disabled={!personId} loading={replacing.isPending}>
            {t('step.substitute')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
