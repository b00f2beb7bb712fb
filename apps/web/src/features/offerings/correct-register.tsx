import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { offeringQuery } from '../../api/offerings';
import { withMarks, type Mark, type Register } from '../../offline/registers';
import { Icon } from '../../ui/icon';
import { LeaveGuard } from '../../ui/leave-guard';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { ReasonDialog } from '../../ui/reason-dialog';
import { StickyBar } from '../../ui/sticky-bar';
import { toast } from '../../ui/toast-store';
import { correctMarks } from './queries';
import { Line } from './register-line';
import classes from './register.module.css';

interface CorrectRegisterProps {
  readonly register: Register;
  readonly onClose: () => void;
}

/** Marks of a signed register, changed in the open page and sent together with one reason. */
export function CorrectRegister({ register, onClose }: CorrectRegisterProps) {
  const { t } = useTranslation('offerings');
  const client = useQueryClient();
  const { data: offering } = useQuery(offeringQuery(register.offeringId));
  const [changes, setChanges] = useState<ReadonlyMap<string, Mark>>(new Map());
  const [asksWhy, setAsksWhy] = useState(false);
  const correcting = useMutation({
    mutationFn: ({ reason, key }: { reason: string; key: string }) =>
      correctMarks(register.sessionId, { reason, marks: [...changes.values()] }, key),
    onSuccess: async ({ written, resultsCorrected }) => {
      const told = [
        t('corrected', { count: written }),
        resultsCorrected > 0 && t('resultsCorrected', { count: resultsCorrected }),
      ];
      toast({ message: told.filter((part) => part !== false).join(' ') });
      setChanges(new Map());
      await Promise.all([['registers'], ['results']].map((queryKey) => client.invalidateQueries({ queryKey })));
      onClose();
    },
  });
  const standing = new Map(register.people.map(({ enrolmentId, mark }) => [enrolmentId, mark]));
  const change = (given: Mark) => {
    const former = standing.get(given.enrolmentId);
    const sameStatus = former?.status === given.status;
    const next = new Map(changes);
    if (sameStatus && (given.status !== 'late' || former.minutes === given.minutes)) next.delete(given.enrolmentId);
    // What was noted belongs to the mark that it was noted with.
    else next.set(given.enrolmentId, { ...given, ...(sameStatus && former.note ? { note: former.note } : {}) });
    setChanges(next);
  };
  return (
    <Section title={t('correct')}>
      <Notice tone="warn" icon="pen" title={t('correcting')} role="status">
        {offering?.state === 'ratified' && t('correctingRatified')}
      </Notice>
      <ul className={classes.list}>
        {withMarks(register, [...changes.values()]).people.map((person) => (
          <Line
            key={person.enrolmentId}
            person={person}
            length={register.minutes}
            readOnly={false}
            former={changes.has(person.enrolmentId) ? (standing.get(person.enrolmentId) ?? null) : undefined}
            onMark={change}
          />
        ))}
      </ul>
      <StickyBar state={changes.size > 0 ? t('changed', { count: changes.size }) : t('noneChanged')}>
        <Button variant="default" onClick={onClose}>
          {t('stopCorrecting')}
        </Button>
        <Button
          leftSection={<Icon name="check" size={16} />}
          disabled={changes.size === 0}
          onClick={() => setAsksWhy(true)}
        >
          {t('sendCorrections')}
        </Button>
      </StickyBar>
      {asksWhy && (
        <ReasonDialog
          title={t('correctTitle', { count: changes.size })}
          confirm={t('sendCorrections')}
          pending={correcting.isPending}
          error={correcting.error}
          onConfirm={(reason) => correcting.mutate({ reason, key: idempotencyKey() })}
          onClose={() => setAsksWhy(false)}
        />
      )}
      <LeaveGuard unsent={changes.size} />
    </Section>
  );
}
