import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { registerQuery, type Register } from '../../offline/registers';
import { ReasonDialog } from '../../ui/reason-dialog';
import { reopenRegister } from './queries';

interface ReopenRegisterProps {
  readonly register: Register;
  readonly onClose: () => void;
}

/** A submitted register, to be marked again. */
export function ReopenRegister({ register: { sessionId }, onClose }: ReopenRegisterProps) {
  const { t } = useTranslation('offerings');
  const client = useQueryClient();
  const { queryKey } = registerQuery(sessionId);
  const reopening = useMutation({
    mutationFn: (reason: string) => reopenRegister(sessionId, reason),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t('reopenTitle')}
      confirm={t('reopen')}
      pending={reopening.isPending}
      error={reopening.error}
      onConfirm={reopening.mutate}
      onClose={onClose}
    >
      <Text>{t('reopenText')}</Text>
    </ReasonDialog>
  );
}
