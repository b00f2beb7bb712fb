import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseSession } from '../../api/offerings';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import { cancelSession } from './queries';
import { refreshPlans } from './use-moves';

interface CancelSessionProps {
  readonly session: CourseSession;
  readonly onKeep: () => void;
  readonly onDone: () => void;
}

/** Calls a session off, with the reason that its people are told. There is no way back: the time may be taken meanwhile. */
export function CancelSession({ session, onKeep, onDone }: CancelSessionProps) {
  const { t } = useTranslation('planning');
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const cancelling = useMutation({
    mutationFn: () => cancelSession(session.id, reason.trim()),
    onSuccess: () => {
      toast({ message: t('sessionCancelled') });
      onDone();
    },
    onSettled: () => refreshPlans(cache),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    cancelling.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Textarea
          label={t('cancelReason')}
          description={t('cancelReasonHelp')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          minLength={5}
          maxLength={500}
          rows={3}
          required
          withAsterisk={false}
          autoFocus
        />
        <ProblemNotice error={cancelling.error} />
        <Group justify="end">
          <Button variant="default" onClick={onKeep}>
            {t('keepSession')}
          </Button>
          <Button type="submit" color="red" loading={cancelling.isPending} disabled={reason.trim().length < 5}>
            {t('cancelSession')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
