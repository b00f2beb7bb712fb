import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { Dialog } from '../../ui/dialog';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import { confirmSeats, readAgain } from './queries';

/** Confirms the offering with every reserved seat; refused below the minimum. */
export function ConfirmSeats({ offeringId }: { readonly offeringId: string }) {
  const { t } = useTranslation('enrolment');
  const client = useQueryClient();
  const confirming = useMutation({
    mutationFn: (key: string) => confirmSeats(offeringId, key),
    onSuccess: ({ confirmedSeats }) => {
      toast({ message: t('seatsConfirmed', { count: confirmedSeats }) });
      void readAgain(client, offeringId);
    },
  });
  return (
    <>
      <Button loading={confirming.isPending} onClick={() => confirming.mutate(idempotencyKey())}>
        {t('confirmSeats')}
      </Button>
      {confirming.error && (
        <Dialog title={t('confirmSeats')} onClose={() => confirming.reset()}>
          <ProblemNotice error={confirming.error} />
        </Dialog>
      )}
    </>
  );
}
