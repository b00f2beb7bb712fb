import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { personName } from '../../ui/person-name';
import { ReasonDialog } from '../../ui/reason-dialog';
import { toast } from '../../ui/toast-store';
import type { Judgement } from './judged-list';
import { OUTCOMES, type Outcome } from './outcomes';
import { correctOutcome } from './queries';

interface CorrectOutcomeProps {
  readonly person: Judgement & { readonly resultId: string };
  readonly onClose: () => void;
}

/** A ratified result superseded: worked out again from the record as it stands, or set by decision. */
export function CorrectOutcome({ person, onClose }: CorrectOutcomeProps) {
  const { t } = useTranslation('results');
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>();
  const correcting = useMutation({
    mutationFn: ({ key, ...body }: { reason: string; outcome: Outcome | undefined; key: string }) =>
      correctOutcome(person.resultId, body, key),
    onSuccess: async () => {
      toast({ message: t('outcomeCorrected', { name: personName(person) }) });
      await client.invalidateQueries({ queryKey: ['results'] });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t('correctOutcomeOf', { name: personName(person) })}
      confirm={t('correctOutcome')}
      pending={correcting.isPending}
      error={correcting.error}
      onConfirm={(reason) => correcting.mutate({ reason, outcome, key: idempotencyKey() })}
      onClose={onClose}
    >
      <NativeSelect
        label={t('outcomeNow')}
        value={outcome ?? ''}
        onChange={(event) => setOutcome(OUTCOMES.find((one) => one === event.currentTarget.value))}
        data={[
          { value: '', label: t('byTheRules') },
          ...OUTCOMES.map((one) => ({ value: one, label: t('byDecision', { outcome: t(`outcome.${one}`) }) })),
        ]}
      />
    </ReasonDialog>
  );
}
