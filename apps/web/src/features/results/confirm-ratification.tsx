import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import { OUTCOMES } from './outcomes';
import { ratify, type Ratification } from './queries';
import classes from './ratification.module.css';

interface ConfirmRatificationProps {
  readonly ratification: Ratification;
  readonly onClose: () => void;
}

/** The last question before the records are locked: what it writes, what it locks, and whom it judges without results. */
export function ConfirmRatification({ ratification, onClose }: ConfirmRatificationProps) {
  const { t } = useTranslation('results');
  const { t: shared } = useTranslation('app');
  const client = useQueryClient();
  const { offeringId, people, obstacles } = ratification;
  const lacking = obstacles.find(({ code }) => code === 'results-missing')?.enrolmentIds?.length ?? 0;
  const [accepted, setAccepted] = useState(false);
  const ratifying = useMutation({
    // Sent again when the line was cut, it has the key that it had.
    mutationFn: (asked: { withoutResults: boolean; key: string }) => ratify(offeringId, asked),
    onSuccess: async () => {
      toast({ message: t('ratifiedToast') });
      await Promise.all(
        [['results', offeringId], ['offerings'], ['registers']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
      onClose();
    },
    // Something changed meanwhile: what stands in the way now is shown behind.
    onError: () => void client.invalidateQueries({ queryKey: ['results', offeringId] }),
  });
  return (
    <Dialog title={t('confirmTitle')} onClose={onClose}>
      <Stack>
        <Notice tone="warn" icon="warning" title={t('confirmLocks')}>
          <Text size="sm">{t('confirmAfter')}</Text>
        </Notice>
        <ul className={classes.remedies}>
          {OUTCOMES.map((outcome) => (
            <li key={outcome}>
              {t('outcomeCount', {
                outcome: t(`outcome.${outcome}`),
                count: people.filter((person) => person.outcome === outcome).length,
              })}
            </li>
          ))}
        </ul>
        {lacking > 0 && (
          <label className={classes.accept}>
            <input type="checkbox" checked={accepted} onChange={(event) => setAccepted(event.currentTarget.checked)} />
            {t('withoutResults', { count: lacking })}
          </label>
        )}
        <ProblemNotice error={ratifying.error} />
        <Group justify="end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {shared('cancel')}
          </Button>
          <Button
            leftSection={<Icon name="ribbon" size={16} />}
            loading={ratifying.isPending}
            disabled={lacking > 0 && !accepted}
            onClick={() => ratifying.mutate({ withoutResults: accepted, key: idempotencyKey() })}
          >
            {t('ratifyAndLock')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
