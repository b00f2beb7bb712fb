import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../ui/problem-notice';

export const REASONS = ['duty', 'medical', 'leave', 'posted', 'unsuitable', 'other'] as const;
const MOST = 500;
/** The record asks for so many letters. */
const LEAST = 3;

interface ReasonFormProps {
  /** What follows from it, before it is done. */
  readonly consequence: string;
  readonly action: string;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSubmit: (reason: string) => void;
  readonly onCancel: () => void;
}

/** A reason of those that are usual, with a note; kept as one text with the enrolment. */
export function ReasonForm({ consequence, action, pending, error, onSubmit, onCancel }: ReasonFormProps) {
  const { t } = useTranslation('enrolment');
  const { t: shared } = useTranslation('app');
  const [kind, setKind] = useState<(typeof REASONS)[number]>('duty');
  const [note, setNote] = useState('');
  const words = note.trim();
  const reason = kind === 'other' ? words : [t(`reason.${kind}`), words].filter(Boolean).join(': ');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(reason);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          label={t('reason')}
          value={kind}
          onChange={(event) => setKind(REASONS.find((one) => one === event.currentTarget.value) ?? 'other')}
          data={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
          data-autofocus
        />
        <Textarea
          label={t(kind === 'other' ? 'noteNeeded' : 'note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          minLength={kind === 'other' ? LEAST : undefined}
          maxLength={MOST - 100}
          required={kind === 'other'}
          withAsterisk={false}
          rows={3}
        />
        <Text size="sm" c="dimmed">
          {consequence}
        </Text>
        <ProblemNotice error={error} />
        <Group justify="end">
          <Button variant="default" onClick={onCancel}>
            {shared('cancel')}
          </Button>
          <Button type="submit" color="red" loading={pending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
