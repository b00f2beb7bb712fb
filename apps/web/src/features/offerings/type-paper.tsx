import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { markPeople } from '../../offline/waiting-marks';
import type { Register } from '../../offline/registers';
import { Dialog } from '../../ui/dialog';
import { personName } from '../../ui/person-name';
import { useMarkWords } from './mark-badge';
import { readPaper, type PaperEntry } from './paper-entries';

interface TypePaperProps {
  readonly register: Register;
  readonly onClose: () => void;
}

/** A paper register, typed back: only the exceptions, by their seats; each is told by name before it counts. */
export function TypePaper({ register, onClose }: TypePaperProps) {
  const { t } = useTranslation('offerings');
  const { t: shared } = useTranslation('app');
  const [text, setText] = useState('');
  const entries = readPaper(text, register.people, register.minutes);
  const marks = entries.flatMap(({ mark }) => mark ?? []);
  const faulty = entries.some(({ fault }) => fault);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void markPeople(register, marks);
    onClose();
  };
  return (
    <Dialog title={t('typePaper')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <Textarea
            label={t('typePaperLabel')}
            description={t('typePaperHelp')}
            rows={3}
            dir="ltr"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
          <ul role="status" style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
            {entries.map((entry, i) => (
              <li key={i}>
                <Told entry={entry} most={register.minutes - 1} />
              </li>
            ))}
          </ul>
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {shared('cancel')}
            </Button>
            <Button type="submit" disabled={marks.length === 0 || faulty}>
              {t('takeOver', { count: marks.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function Told({ entry: { typed, person, mark, fault }, most }: { readonly entry: PaperEntry; readonly most: number }) {
  const { t } = useTranslation('offerings');
  const words = useMarkWords();
  if (fault)
    return (
      <Text span size="sm" c="var(--mantine-color-error)">
        <bdi dir="ltr">{typed}</bdi>: {t(`paperFault.${fault}`, { most })}
      </Text>
    );
  return (
    <Text span size="sm">
      <bdi>{person && personName(person)}</bdi>: {mark && words({ status: mark.status, minutes: mark.minutes ?? 0 })}
    </Text>
  );
}
