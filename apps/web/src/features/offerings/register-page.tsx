import { Button } from '@mantine/core';
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../api/connection';
import { offeringQuery, type Offering } from '../../api/offerings';
import { currentSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { BackLink } from '../../ui/back-link';
import { Icon } from '../../ui/icon';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState, Notice } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { StickyBar } from '../../ui/sticky-bar';
import { CorrectRegister } from './correct-register';
import { LocalTime } from './local-time';
import { MarkHistory } from './mark-history';
import { countersignRegister, registerQuery, submitRegister, writeMarks, type Mark, type Register } from './queries';
import { Line } from './register-line';
import classes from './register.module.css';
import { ReopenRegister } from './reopen-register';
import { withMarks } from './with-marks';

const route = getRouteApi('/sessions/$sessionId/register');

export default function RegisterPage() {
  const { t } = useTranslation('offerings');
  const { sessionId } = route.useParams();
  const query = useQuery(registerQuery(sessionId));
  const { data } = query;
  return (
    <Page
      above={
        data && (
          <BackLink to="/offerings/$offeringId" params={{ offeringId: data.offeringId }}>
            {t('offering')}
          </BackLink>
        )
      }
      title={t('register')}
      lead={
        data && (
          <>
            <bdi dir="ltr">{data.offeringCode}</bdi>
            {' · '}
            <LocalTime start={data.start} end={data.end} zone={data.zone} />
          </>
        )
      }
    >
      <Loaded query={query} skeleton={<Lines count={8} />}>
        {(register) => <RegisterSheet register={register} />}
      </Loaded>
    </Page>
  );
}

/** Who may mark, submit and countersign; of others the API would refuse it. */
function mayMark(): boolean {
  const session = currentSession();
  return session.kind === 'signed-in' && hasRole(session.me, 'trainer', 'administrator');
}

/** A signed mark: until the ratification who may mark, afterwards an administrator alone. */
function mayCorrect(offering: Offering | undefined): boolean {
  const session = currentSession();
  if (!offering || session.kind !== 'signed-in') return false;
  return offering.state === 'ratified' ? hasRole(session.me, 'administrator') : mayMark();
}

function RegisterSheet({ register: answered }: { readonly register: Register }) {
  const { t } = useTranslation('offerings');
  const client = useQueryClient();
  const { queryKey } = registerQuery(answered.sessionId);
  const refresh = () => client.invalidateQueries({ queryKey });
  // One after the other; without a line they wait. Each lies over what the API said until it is answered, so that one
  // which is refused takes no other with it.
  const mutationKey = ['marks', answered.sessionId];
  const { mutate: mark } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join() },
    mutationFn: (marks: Mark[]) => writeMarks(answered.sessionId, marks),
    onSuccess: async ({ version }, marks) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData<Register>(queryKey, (now) => now && { ...withMarks(now, marks), version });
    },
  });
  const waiting = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: ({ state }) => state.variables as Mark[],
  });
  const refused = useMutationState({
    filters: { mutationKey, status: 'error' },
    select: ({ state }) => state.error as Error,
  });
  const register = waiting.reduce(withMarks, answered);
  const marks = client.getMutationCache();
  const onMark = (given: Mark[]) => {
    // What was refused has been read when the next mark is set.
    for (const old of marks.findAll({ mutationKey, status: 'error' })) marks.remove(old);
    mark(given);
  };
  const submitting = useMutation({ mutationFn: submitRegister, onSettled: refresh });
  const countersigning = useMutation({ mutationFn: countersignRegister, onSettled: refresh });
  const { reopen, correct, history } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (search: { reopen?: true; correct?: true }) => void navigate({ search, replace: true });
  const { data: offering } = useQuery(offeringQuery(register.offeringId));
  const correctable = register.state === 'countersigned' && mayCorrect(offering);
  const open = register.state === 'open' && register.sessionState !== 'cancelled';
  const unmarked = register.people.filter(({ mark }) => !mark);
  const error = refused.at(-1) ?? submitting.error ?? countersigning.error;
  const me = currentSession();
  const submittedByMe =
    me.kind === 'signed-in' && register.submittedBy !== null && register.submittedBy === me.me.personId;
  if (register.people.length === 0)
    return (
      <EmptyState icon="people" title={t('nobody')}>
        {t('nobodyHelp')}
      </EmptyState>
    );
  if (correct && correctable) return <CorrectRegister register={register} onClose={() => show({})} />;
  return (
    <Section
      title={t(`registerState.${register.state}`)}
      actions={
        mayMark() && open && unmarked.length > 0 ? (
          <Button
            variant="default"
            onClick={() => onMark(unmarked.map(({ enrolmentId }) => ({ enrolmentId, status: 'present' })))}
          >
            {t('restPresent', { count: unmarked.length })}
          </Button>
        ) : (
          correctable && (
            <Button variant="default" onClick={() => show({ correct: true })}>
              {t('correct')}
            </Button>
          )
        )
      }
    >
      {error && <ProblemNotice error={error} />}
      {register.state !== 'open' && (
        <Notice tone="info" icon="info" title={t(`registerHelp.${register.state}`)} role="status" />
      )}
      <ul className={classes.list}>
        {register.people.map((person) => (
          <Line
            key={person.enrolmentId}
            person={person}
            length={register.minutes}
            readOnly={!open || !mayMark()}
            onMark={(given) => onMark([given])}
          />
        ))}
      </ul>
      {mayMark() && register.state !== 'countersigned' && (
        <StickyBar
          state={<StateOfMarks waiting={waiting.length} refused={refused.length} unmarked={unmarked.length} />}
        >
          {open && (
            <Button
              leftSection={<Icon name="check" size={16} />}
              disabled={unmarked.length > 0 || waiting.length > 0}
              loading={submitting.isPending}
              onClick={() => submitting.mutate(register)}
            >
              {t('submit')}
            </Button>
          )}
          {register.state === 'submitted' && (
            <Button variant="default" onClick={() => show({ reopen: true })}>
              {t('reopen')}
            </Button>
          )}
          {register.state === 'submitted' && !submittedByMe && (
            <Button
              leftSection={<Icon name="shield" size={16} />}
              loading={countersigning.isPending}
              onClick={() => countersigning.mutate(register)}
            >
              {t('countersign')}
            </Button>
          )}
        </StickyBar>
      )}
      {reopen && mayMark() && register.state === 'submitted' && (
        <ReopenRegister register={register} onClose={() => show({})} />
      )}
      {history && <MarkHistory register={register} enrolmentId={history} onClose={() => show({})} />}
    </Section>
  );
}

interface StateOfMarksProps {
  readonly waiting: number;
  readonly refused: number;
  readonly unmarked: number;
}

function StateOfMarks({ waiting, refused, unmarked }: StateOfMarksProps) {
  const { t } = useTranslation('offerings');
  const online = useOnline();
  if (waiting > 0) return online ? t('saving') : t('waitsForLine');
  if (refused > 0) return t('notSaved');
  return unmarked > 0 ? t('left', { count: unmarked }) : t('allMarked');
}
