import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Zone } from '../../api/offerings';
import { localized } from '../../i18n/format';
import { Dialog } from '../../ui/dialog';
import type { PlannedSession, Terms } from './new-offering';
import type { SessionDraft } from './session-draft';
import { SessionFields } from './session-fields';
import type { PlanFacts, SeenPlans } from './use-plan-facts';

interface PlannedDialogProps {
  readonly session: PlannedSession;
  readonly terms: Terms;
  readonly zone: Zone;
  readonly facts: PlanFacts;
  readonly seen: SeenPlans;
  readonly onClose: () => void;
  readonly onSave: (draft: SessionDraft) => void;
}

/** A session of a plan that is not made yet. */
export function PlannedDialog({ session, terms, zone, facts, seen, onClose, onSave }: PlannedDialogProps) {
  const { t } = useTranslation('planning');
  const { t: shared } = useTranslation('app');
  const [draft, setDraft] = useState<SessionDraft>(session);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(draft);
  };
  return (
    <Dialog title={t('session')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <NativeSelect
            label={t('block')}
            value={draft.blockCode}
            onChange={(event) => setDraft({ ...draft, blockCode: event.currentTarget.value })}
            data={facts.blocks.map(({ code, title }) => ({ value: code, label: `${code} · ${localized(title)}` }))}
          />
          <SessionFields
            draft={draft}
            onChange={setDraft}
            {...{ facts, seen, zone }}
            startsOn={terms.startsOn}
            endsOn={terms.endsOn}
          />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {shared('cancel')}
            </Button>
            <Button type="submit">{t('take')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
