import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { offeringQuery, type Offering } from '../../api/offerings';
import { localized } from '../../i18n/format';
import { Dialog } from '../../ui/dialog';
import { Lines, Loaded } from '../../ui/loaded';
import { toast } from '../../ui/toast-store';
import { propose } from './propose';
import { addSession, type NewSession } from './queries';
import { Refusal } from './refusal';
import { draftAt, newSessionOf, spanOf, type SessionDraft } from './session-draft';
import { SessionFields } from './session-fields';
import { refreshPlans } from './use-moves';
import { usePlanFacts, useSeenPlans, type PlanFacts, type SeenPlans } from './use-plan-facts';
import { stillWanted, takenBy } from './wanted';

const route = getRouteApi('/offerings/$offeringId/sessions/new');

/** One more session of an offering, laid out for the first block that lacks some. */
export default function AddSession() {
  const { t } = useTranslation('planning');
  const { offeringId } = route.useParams();
  const navigate = route.useNavigate();
  const close = () => void navigate({ to: '/offerings/$offeringId', params: { offeringId } });
  const offering = useQuery(offeringQuery(offeringId));
  const facts = usePlanFacts(offering.data?.courseId, offering.data?.courseVersionId);
  return (
    <Dialog title={t('addSession')} onClose={close}>
      <Loaded query={offering} skeleton={<Lines count={5} />}>
        {(its) => (
          <Loaded query={facts} skeleton={<Lines count={5} />}>
            {(known) => <Form offering={its} facts={known} onClose={close} />}
          </Loaded>
        )}
      </Loaded>
    </Dialog>
  );
}

/** The next session of a block: in working hours, with what is free. Its first day where nothing fits. */
function nextOf(offering: Offering, facts: PlanFacts, seen: SeenPlans, blockCode?: string): SessionDraft {
  const wanted = stillWanted(facts.blocks, offering.sessions);
  const chosen =
    wanted.find(({ block }) => block.code === blockCode) ?? wanted.find(({ minutes }) => minutes > 0) ?? wanted[0];
  const all = { ...offering, ...facts, wanted: [{ ...chosen, minutes: chosen.minutes || 60 }] };
  const [first] = propose({ ...all, taken: takenBy(seen, offering.id) }).sessions;
  const times = { day: offering.startsOn, from: '08:00', to: '12:00' };
  return first ?? { blockCode: chosen.block.code, ...times, venueId: null, instructors: [], equipment: [] };
}

interface FormProps {
  readonly offering: Offering;
  readonly facts: PlanFacts;
  readonly onClose: () => void;
}

function Form({ offering, facts, onClose }: FormProps) {
  const { t } = useTranslation('planning');
  const { t: shared } = useTranslation('app');
  const cache = useQueryClient();
  const { id, zone, startsOn, endsOn } = offering;
  const seen = useSeenPlans(facts, startsOn, endsOn, zone);
  const [typed, setTyped] = useState<SessionDraft>();
  const draft = typed ?? nextOf(offering, facts, seen);
  // What is sent again is the same intention; what was changed is another.
  const key = useRef({ of: '', value: '' });
  const adding = useMutation({
    mutationFn: (body: NewSession) => {
      const of = JSON.stringify(body);
      if (key.current.of !== of) key.current = { of, value: idempotencyKey() };
      return addSession(id, body, key.current.value);
    },
    onSuccess: () => {
      toast({ message: t('sessionAdded') });
      onClose();
    },
    onSettled: () => refreshPlans(cache),
  });
  const save = (wanted: SessionDraft) => {
    const span = spanOf(wanted, zone);
    setTyped(wanted);
    if (span) adding.mutate(newSessionOf(wanted, span));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(draft);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          label={t('block')}
          value={draft.blockCode}
          onChange={(event) => setTyped(nextOf(offering, facts, seen, event.currentTarget.value))}
          data={facts.blocks.map(({ code, title }) => ({ value: code, label: `${code} · ${localized(title)}` }))}
        />
        <SessionFields draft={draft} onChange={setTyped} {...{ facts, seen, zone, startsOn, endsOn }} offeringId={id} />
        <Refusal error={adding.error} zone={zone} onTake={(time) => save(draftAt(draft, time, zone))} />
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {shared('cancel')}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {t('addSession')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
