import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { offeringQuery, type CourseSession, type Offering } from '../../api/offerings';
import { isRefused } from '../../api/problem';
import { currentSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { localized } from '../../i18n/format';
import { Dialog } from '../../ui/dialog';
import { Lines, Loaded } from '../../ui/loaded';
import { CancelSession } from './cancel-session';
import classes from './panel.module.css';
import { sessionQuery } from './queries';
import { Refusal } from './refusal';
import { changeOfDraft, draftAt, draftOf, spanOf } from './session-draft';
import { SessionFacts } from './session-facts';
import { SessionFields } from './session-fields';
import { shownAfter } from './shown-after';
import { useMoves } from './use-moves';
import { usePlanFacts, useSeenPlans, type PlanFacts } from './use-plan-facts';

interface ChangeSessionProps {
  readonly sessionId: string;
  readonly onClose: () => void;
}

/** The panel of a session: what it is, and for planners its time, place and people to be changed without dragging. */
export default function ChangeSession({ sessionId, onClose }: ChangeSessionProps) {
  const { t } = useTranslation('planning');
  const session = useQuery(sessionQuery(sessionId));
  const offeringId = session.data?.offeringId;
  const offering = useQuery({ ...offeringQuery(offeringId ?? ''), enabled: !!offeringId });
  const facts = usePlanFacts(offering.data?.courseId, offering.data?.courseVersionId);
  const block = facts.data?.blocks.find(({ code }) => code === session.data?.blockCode);
  return (
    <Dialog title={block ? localized(block.title) : t('session')} onClose={onClose}>
      <Loaded query={session} skeleton={<Lines count={5} />}>
        {(found) => (
          <Loaded query={offering} skeleton={<Lines count={5} />}>
            {(its) => (
              <Loaded query={facts} skeleton={<Lines count={5} />}>
                {(known) => (
                  <Stack>
                    <SessionFacts session={found} />
                    {mayChange(found, its) && <Form session={found} offering={its} facts={known} onClose={onClose} />}
                    <Group gap="md" className={classes.links}>
                      <Link to="/offerings/$offeringId" params={{ offeringId: its.id }}>
                        {t('toOffering')}
                      </Link>
                      {mayReadRegisters() && (
                        <Link to="/sessions/$sessionId/register" params={{ sessionId }}>
                          {t('toRegister')}
                        </Link>
                      )}
                    </Group>
                  </Stack>
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Dialog>
  );
}

function mayReadRegisters(): boolean {
  const session = currentSession();
  return session.kind === 'signed-in' && hasRole(session.me, 'trainer', 'administrator', 'auditor');
}

const CHANGEABLE: readonly Offering['state'][] = [
  ...(['draft', 'planned', 'published', 'nominations_closed', 'confirmed', 'postponed', 'in_progress'] as const),
];

/** Of others the API would refuse it. Who does not reach the unit that runs the offering is told nothing of its feasibility. */
function mayChange({ state }: CourseSession, offering: Offering): boolean {
  const session = currentSession();
  const planner = session.kind === 'signed-in' && hasRole(session.me, 'trainer', 'administrator');
  return planner && state === 'scheduled' && offering.feasibility !== null && CHANGEABLE.includes(offering.state);
}

interface FormProps {
  readonly session: CourseSession;
  readonly offering: Offering;
  readonly facts: PlanFacts;
  readonly onClose: () => void;
}

function Form({ session, offering, facts, onClose }: FormProps) {
  const { t } = useTranslation('planning');
  const { t: shared } = useTranslation('app');
  const { zone, startsOn, endsOn } = offering;
  const [draft, setDraft] = useState(() => draftOf(session));
  const [cancelling, setCancelling] = useState(false);
  const seen = useSeenPlans(facts, draft.day, draft.day, zone);
  const again = useQuery({ ...sessionQuery(session.id), enabled: false });
  const { moving } = useMoves();
  const overtaken = isRefused(moving.error, 'platform.version-conflict');
  const save = (wanted: typeof draft) => {
    const span = spanOf(wanted, zone);
    if (!span) return;
    const change = changeOfDraft(wanted, span);
    const shown = shownAfter(session, change, facts.venues, facts.authorisations);
    moving.mutate({ session, change, shown }, { onSuccess: onClose });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(draft);
  };
  const readAgain = async () => {
    await again.refetch();
    moving.reset();
  };
  if (cancelling) return <CancelSession session={session} onKeep={() => setCancelling(false)} onDone={onClose} />;
  return (
    <form onSubmit={submit}>
      <Stack>
        <SessionFields
          draft={draft}
          onChange={setDraft}
          {...{ facts, seen, zone, startsOn, endsOn }}
          sessionId={session.id}
          offeringId={offering.id}
        />
        <Refusal
          error={moving.error}
          zone={zone}
          onRetry={overtaken ? () => void readAgain() : undefined}
          onTake={(time) => {
            const moved = draftAt(draft, time, zone);
            setDraft(moved);
            save(moved);
          }}
        />
        {overtaken && <Text size="sm">{t('overtaken')}</Text>}
        <Group justify="space-between">
          <Button variant="subtle" color="red" onClick={() => setCancelling(true)}>
            {t('cancelSession')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {shared('close')}
            </Button>
            <Button type="submit" loading={moving.isPending} disabled={overtaken}>
              {shared('save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
