import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsBelow, unitsQuery } from '../../api/organisation';
import { isRefused } from '../../api/problem';
import { localized, useFormat } from '../../i18n/format';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import classes from './enrolment.module.css';
import { readAgain, setQuotas, type Offering, type Quota, type Seats } from './queries';
import { QuotaProblems } from './quota-problems';

interface EditQuotasProps {
  readonly offering: Offering;
  readonly seats: Seats;
  readonly onClose: () => void;
}

/** As typed: the seats may be no number yet. */
interface Draft {
  readonly unitId: string;
  readonly seats: string;
  readonly releaseOn: string;
}

interface Saving {
  readonly quotas: Quota[];
  /** Of the offering, as it was read. */
  readonly version: number;
  /** What stood before, where putting it back undoes everything; absent for the way back itself. */
  readonly back?: Quota[];
}

/** The whole list is saved at once. */
export default function EditQuotas({ offering, seats, onClose }: EditQuotasProps) {
  const { t } = useTranslation('enrolment');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const client = useQueryClient();
  const { data: units = [] } = useQuery(unitsQuery);
  const before = seats.quotas.map(({ unitId, seats: count, releaseOn }) => ({ unitId, seats: count, releaseOn }));
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    before.map((quota) => ({ ...quota, seats: String(quota.seats) })),
  );
  const saving = useMutation({
    mutationFn: ({ quotas, version }: Saving) => setQuotas(offering.id, version, quotas),
    onSuccess: ({ version }, { back }) => {
      toast({
        message: t(back ? 'quotasSaved' : 'quotasRestored'),
        undo: back && seats.waitingCount === 0 ? () => saving.mutate({ quotas: back, version }) : undefined,
      });
      void readAgain(client, offering.id);
    },
    onError: (error, { back }) => {
      // Told in the dialog, over what was typed; saving once more is then on top of what is on record now.
      if (isRefused(error, 'platform.version-conflict')) void readAgain(client, offering.id);
      if (!back) toast({ message: t('quotasNotRestored'), failed: true });
    },
  });
  // The units whose people may be nominated.
  const open = unitsBelow(units, offering.openToUnitId);
  const change = (at: number, part: Partial<Draft>) =>
    setDrafts((now) => now.map((draft, i) => (i === at ? { ...draft, ...part } : draft)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const quotas = drafts.map((draft) => ({ ...draft, seats: Number(draft.seats) }));
    saving.mutate({ quotas, version: seats.version, back: before }, { onSuccess: onClose });
  };
  const sum = drafts.reduce((total, draft) => total + (Number(draft.seats) || 0), 0);
  return (
    <Dialog title={t('editQuotas')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('quotasHelp')}
          </Text>
          {drafts.map((draft, i) => (
            <fieldset key={i} className={classes.draft}>
              <legend className={classes.hidden}>{t('quotaNumber', { number: i + 1 })}</legend>
              <NativeSelect
                label={t('unit')}
                value={draft.unitId}
                required
                withAsterisk={false}
                onChange={(event) => change(i, { unitId: event.currentTarget.value })}
                data={[
                  { value: '', label: t('chooseUnit') },
                  ...open.map(({ id, name }) => ({ value: id, label: localized(name) })),
                ]}
              />
              <TextInput
                type="number"
                label={t('seats')}
                min={0}
                max={seats.capacity}
                step={1}
                required
                withAsterisk={false}
                value={draft.seats}
                onChange={(event) => change(i, { seats: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={t('setAsideUntil')}
                max={offering.startsOn}
                required
                withAsterisk={false}
                value={draft.releaseOn}
                onChange={(event) => change(i, { releaseOn: event.currentTarget.value })}
              />
              <Button
                variant="subtle"
                color="red"
                leftSection={<Icon name="cross" size={16} />}
                onClick={() => setDrafts((now) => now.filter((_, j) => j !== i))}
              >
                {t('removeQuota')}
              </Button>
            </fieldset>
          ))}
          <Button
            variant="default"
            onClick={() => setDrafts((now) => [...now, { unitId: '', seats: '1', releaseOn: offering.startsOn }])}
          >
            {t('addQuota')}
          </Button>
          <Text size="sm" c={sum > seats.capacity ? 'var(--mantine-color-error)' : 'dimmed'} role="status">
            {t('quotasSum', { sum: format.number(sum), capacity: format.number(seats.capacity) })}
          </Text>
          <ProblemNotice error={saving.error} />
          <QuotaProblems error={saving.error} units={units} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {shared('cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {shared('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
