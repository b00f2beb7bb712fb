import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { Dialog } from '../../ui/dialog';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import { PersonSearch } from './person-search';
import { readAgain, walkOn, type Offering } from './queries';

interface WalkOnProps {
  readonly offering: Offering;
  readonly onClose: () => void;
}

/** On the first day: lets in one who stands at the door, onto a seat that nobody holds. */
export default function WalkOn({ offering, onClose }: WalkOnProps) {
  const { t } = useTranslation('enrolment');
  const { t: shared } = useTranslation('app');
  const client = useQueryClient();
  const [personId, setPersonId] = useState<string>();
  const admitting = useMutation({
    mutationFn: ({ person, key }: { person: string; key: string }) => walkOn(offering.id, person, key),
    onSuccess: ({ seatNumber }) => {
      toast({ message: t('walkOnDone', { number: seatNumber }) });
      void readAgain(client, offering.id);
    },
  });
  const choose = (id: string) => {
    setPersonId(id);
    admitting.reset();
  };
  return (
    <Dialog title={t('walkOn')} onClose={onClose}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('walkOnHelp')}
        </Text>
        <PersonSearch label={t('search')} value={personId} onChange={choose} />
        <ProblemNotice error={admitting.error} />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {shared('cancel')}
          </Button>
          <Button
            disabled={!personId}
            loading={admitting.isPending}
            onClick={() =>
              personId && admitting.mutate({ person: personId, key: idempotencyKey() }, { onSuccess: onClose })
            }
          >
            {t('letIn')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
