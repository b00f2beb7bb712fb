import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../api/connection';
import { offeringQuery, type Offering } from '../../api/offerings';
import { currentSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { mayMark, registerQuery, withMarks, type Mark, type Register } from '../../offline/registers';
import { isDurable, markPeople, useWaitingMarks } from '../../offline/waiting-marks';
import { BackLink } from '../../ui/back-link';
import { Icon } from '../../ui/icon';
import { LeaveGuard } from '../../ui/leave-guard';
import { LinkButton } from '../../ui/link-button';
import { Lines, Loaded } from '../../ui/loaded';
import { LocalTime } from '../../ui/local-time';
import { EmptyState, Notice } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { StickyBar } from '../../ui/sticky-bar';
import { CorrectRegister } from './correct-register';
import { MarkHistory } from './mark-history';
import { countersignRegister, submitRegister } from './queries';
import { Line } from './register-line';
import { RefusedMarks } from './refused-marks';
import classes from './register.module.css';
import { ReopenRegister } from './reopen-register';
import { TypePaper } from './type-paper';

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

/** A signed mark: until the ratification who may mark, afterwards an administrator alone. */
function mayCorrect(offering: Offering | undefined): boolean {
  const session = currentSession();
  if (!offering || session.kind !== 'signed-in') return false;
  return offering.state === 'ratified' ? hasRole(session.me, 'administrator') : mayMark();
}

function RegisterSheet({ register: answered }: { readonly register: Register }) {
  const { t } = useTranslation('offerings');
  const client = useQueryClient();
  const { sessionId } = answered;
  const refresh = () => client.invalidateQueries({ queryKey: registerQuery(sessionId).queryKey });
  // Each lies over what the API said until it is answered; they are on the device, whatever becomes of the page.
  const waiting = useWaitingMarks(sessionId);
  const refused = waiting.filter(({ refusal }) => refusal);
  const conflicts = waiting.filter(({ conflict }) => conflict !== undefined);
  const register = withMarks(answered, waiting);
  const onMark = (given: Mark[]) => void markPeople(answered, given);
  const submitting = useMutation({ mutationFn: submitRegister, onSettled: refresh });
  const countersigning = useMutation({ mutationFn: countersignRegister, onSettled: refresh });
  const { reopen, correct, history, paper } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (search: { reopen?: true; correct?: true; paper?: true }) => void navigate({ search, replace: true });
  const { data: offering } = useQuery(offeringQuery(register.offeringId));
  const correctable = register.state === 'countersigned' && mayCorrect(offering);
  const open = register.state === 'open' && register.sessionState !== 'cancelled';
  const unmarked = register.people.filter(({ mark }) => !mark);
  const error = submitting.error ?? countersigning.error;
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
        <Group gap="xs">
          <LinkButton variant="default" to="/sessions/$sessionId/paper" params={{ sessionId }}>
            {t('onPaper')}
          </LinkButton>
          {mayMark() && open && (
            <Button variant="default" onClick={() => show({ paper: true })}>
              {t('typePaper')}
            </Button>
          )}
          {mayMark() && open && unmarked.length > 0 && (
            <Button
              variant="default"
              onClick={() => onMark(unmarked.map(({ enrolmentId }) => ({ enrolmentId, status: 'present' })))}
            >
              {t('restPresent', { count: unmarked.length })}
            </Button>
          )}
          {correctable && (
            <Button variant="default" onClick={() => show({ correct: true })}>
              {t('correct')}
            </Button>
          )}
        </Group>
      }
    >
      {/* Where the browser keeps nothing, marks that wait go with the page. */}
      <LeaveGuard unsent={isDurable() ? 0 : waiting.length} />
      {error && <ProblemNotice error={error} />}
      {refused.length > 0 && <RefusedMarks marks={refused} />}
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
            conflict={conflicts.find(({ enrolmentId }) => enrolmentId === person.enrolmentId)}
          />
        ))}
      </ul>
      {mayMark() && register.state !== 'countersigned' && (
        <StickyBar
          state={
            <StateOfMarks
              waiting={waiting.length - refused.length - conflicts.length}
              aside={refused.length + conflicts.length}
              unmarked={unmarked.length}
            />
          }
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
      {paper && open && mayMark() && <TypePaper register={answered} onClose={() => show({})} />}
      {history && <MarkHistory register={register} enrolmentId={history} onClose={() => show({})} />}
    </Section>
  );
}

interface StateOfMarksProps {
  readonly waiting: number;
  /** Refused, or lying over what somebody else has marked. */
  readonly aside: number;
  readonly unmarked: number;
}

function StateOfMarks({ waiting, aside, unmarked }: StateOfMarksProps) {
  const { t } = useTranslation('offerings');
  const online = useOnline();
  if (waiting > 0) return online ? t('saving') : t(isDurable() ? 'waitsForLine' : 'waitsInPage');
  if (aside > 0) return t('notSaved');
  return unmarked > 0 ? t('left', { count: unmarked }) : t('allMarked');
}
