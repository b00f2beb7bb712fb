import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../../api/problem';
import { Dialog } from '../../ui/dialog';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import { changePerson, personQuery, type Person, type PersonChange } from './queries';
import { KNOWN_RANKS, rankName } from './ranks';

interface EditPersonProps {
  readonly person: Person;
  readonly onClose: () => void;
}

interface Saving {
  readonly version: number;
  readonly change: PersonChange;
  /** What puts it back; absent when this is itself a way back. */
  readonly back?: PersonChange;
}

/** Rank and status, saved on top of the version that was read; can be undone. */
export default function EditPerson({ person, onClose }: EditPersonProps) {
  const { t } = useTranslation('people');
  const { t: shared } = useTranslation('app');
  const cache = useQueryClient();
  const { queryKey } = personQuery(person.id);
  const [rank, setRank] = useState(person.rank);
  const [status, setStatus] = useState(person.status);

  const save = useMutation({
    mutationFn: ({ version, change }: Saving) => changePerson(person.id, version, change),
    onSuccess: async ({ version }, { change, back }) => {
      cache.setQueryData(queryKey, (now) => now && { ...now, ...change, version });
      void cache.invalidateQueries({ queryKey: ['people', 'list'] });
      if (back) toast({ message: t('saved'), undo: () => save.mutate({ version, change: back }) });
      else toast({ message: t('undone') });
      onClose();
      await cache.invalidateQueries({ queryKey });
    },
    // The form tells of its own failures; a way back has no form.
    onError: (_error, { back }) => {
      if (!back) toast({ message: t('undoFailed'), failed: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const change = { rank: rank.trim(), status: status as 'active' | 'left' };
    const back = { rank: person.rank, status: person.status as 'active' | 'left' };
    save.mutate({ version: person.version, change, back });
  };
  const overtaken = isRefused(save.error, 'platform.version-conflict');
  const readAgain = async () => {
    await cache.refetchQueries({ queryKey });
    save.reset();
  };
  return (
    <Dialog onClose={onClose} title={t('editTitle')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('rank')}
            description={rankName(rank) === rank ? undefined : rankName(rank)}
            value={rank}
            onChange={(event) => setRank(event.currentTarget.value)}
            maxLength={60}
            list="known-ranks"
            required
            withAsterisk={false}
            data-autofocus
          />
          <datalist id="known-ranks">
            {KNOWN_RANKS.map((known) => (
              <option key={known} value={known}>
                {rankName(known)}
              </option>
            ))}
          </datalist>
          <NativeSelect
            label={t('status')}
            value={status}
            onChange={(event) => setStatus(event.currentTarget.value as typeof status)}
            data={(['active', 'left'] as const).map((value) => ({ value, label: t(`status.${value}`) }))}
          />
          <ProblemNotice error={save.error} onRetry={overtaken ? () => void readAgain() : undefined} />
          {overtaken && <Text size="sm">{t('overtaken')}</Text>}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {shared('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={overtaken}>
              {shared('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
