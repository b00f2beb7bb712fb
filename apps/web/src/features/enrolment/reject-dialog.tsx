import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { Dialog } from '../../ui/dialog';
import { personName } from '../../ui/person-name';
import { toast } from '../../ui/toast-store';
import { readAgain, reject, type Awaiting } from './queries';
import { ReasonForm } from './reason-form';

interface RejectDialogProps {
  readonly nomination: Awaiting;
  readonly onClose: () => void;
}

/** There is no way back from it: the person can be nominated anew while nominations are open. */
export function RejectDialog({ nomination, onClose }: RejectDialogProps) {
  const { t } = useTranslation('enrolment');
  const client = useQueryClient();
  const name = personName(nomination);
  const rejecting = useMutation({
    mutationFn: ({ reason, key }: { reason: string; key: string }) => reject(nomination.id, reason, key),
    onSuccess: () => {
      toast({ message: t('step.rejectDone', { name }) });
      void readAgain(client);
    },
  });
  return (
    <Dialog title={t('step.rejectOf', { name })} onClose={onClose}>
      <ReasonForm
        consequence={t('mayBeNominatedAgain')}
        action={t('step.reject')}
        pending={rejecting.isPending}
        error={rejecting.error}
        onSubmit={(reason) => rejecting.mutate({ reason, key: idempotencyKey() }, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </Dialog>
  );
}
