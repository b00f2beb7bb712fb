import { Button, Group, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../api/connection';
import { currentSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { useFormat } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { Icon, type IconName } from '../../ui/icon';
import { Lines, Loaded } from '../../ui/loaded';
import { LocalTime } from '../../ui/local-time';
import { EmptyState, Notice, type Tone } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { personName } from '../../ui/person-name';
import { ProblemNotice } from '../../ui/problem-notice';
import { Badge } from '../../ui/status-badge';
import {
  ATTENDANCE,
  countersignRegister,
  registerQuery,
  submitRegister,
  writeMarks,
  type Mark,
  type Register,
  type RegisterLine,
} from './queries';
import classes from './register.module.css';

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
        ) : undefined
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
        <div className={classes.bar}>
          <Text size="sm" role="status">
            <StateOfMarks waiting={waiting.length} refused={refused.length} unmarked={unmarked.length} />
          </Text>
          <Group gap="xs">
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
            {register.state === 'submitted' && !submittedByMe && (
              <Button
                leftSection={<Icon name="shield" size={16} />}
                loading={countersigning.isPending}
                onClick={() => countersigning.mutate(register)}
              >
                {t('countersign')}
              </Button>
            )}
          </Group>
        </div>
      )}
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

interface LineProps {
  readonly person: RegisterLine;
  /** Of the session, in minutes. */
  readonly length: number;
  readonly readOnly: boolean;
  readonly onMark: (mark: Mark) => void;
}

function Line({ person, length, readOnly, onMark }: LineProps) {
  const { t } = useTranslation('offerings');
  const { enrolmentId, mark } = person;
  const name = personName(person);
  return (
    <li className={classes.line}>
      <div className={classes.person}>
        <Text fw={600}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          <bdi dir="ltr">{person.serviceNumber}</bdi>
        </Text>
      </div>
      {mark?.status === 'late' && !readOnly && (
        <Minutes
          label={t('minutesOf', { name })}
          value={mark.minutes}
          most={length - 1}
          onChange={(minutes) => onMark({ enrolmentId, status: 'late', minutes })}
        />
      )}
      {readOnly ? (
        <MarkBadge mark={mark} />
      ) : (
        <fieldset className={classes.marks}>
          <VisuallyHidden component="legend">{t('markOf', { name })}</VisuallyHidden>
          {ATTENDANCE.map((status) => (
            <label key={status} className={classes.choice} data-status={status}>
              <input
                type="radio"
                name={enrolmentId}
                checked={mark?.status === status}
                onChange={() =>
                  onMark({ enrolmentId, status, ...(status === 'late' ? { minutes: Math.ceil(length / 2) } : {}) })
                }
              />
              {t(`attendance.${status}`)}
            </label>
          ))}
        </fieldset>
      )}
    </li>
  );
}

const LOOKS: Readonly<Record<Mark['status'], readonly [Tone, IconName]>> = {
  present: ['good', 'check'],
  late: ['warn', 'clock'],
  absent: ['bad', 'cross'],
  excused: ['quiet', 'dash'],
};

function MarkBadge({ mark }: Pick<RegisterLine, 'mark'>) {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  if (!mark)
    return (
      <Badge tone="quiet" icon="question">
        {t('unmarked')}
      </Badge>
    );
  const [tone, icon] = LOOKS[mark.status];
  const words = t(`attendance.${mark.status}`);
  return (
    <Badge tone={tone} icon={icon}>
      {mark.status === 'late' ? `${words} · ${format.number(mark.minutes)} ${t('minutes')}` : words}
    </Badge>
  );
}

interface MinutesProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (minutes: number) => void;
}

/** Sent when it is left or Enter is pressed, not with each digit. */
function Minutes({ label, value, most, onChange }: MinutesProps) {
  const { t } = useTranslation('offerings');
  const [text, setText] = useState(String(value));
  const minutes = Number(text);
  const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= most;
  const keep = () => fits && minutes !== value && onChange(minutes);
  return (
    <TextInput
      aria-label={label}
      inputMode="numeric"
      w="9rem"
      rightSection={<Text size="sm">{t('minutes')}</Text>}
      rightSectionWidth="3.5rem"
      error={fits ? undefined : t('minutesRange', { most })}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}

/** The register as it will be. */
function withMarks(register: Register, marks: readonly Mark[]): Register {
  const given = new Map(marks.map((mark) => [mark.enrolmentId, mark]));
  const minutesOf = ({ status, minutes }: Mark) => (status === 'present' ? register.minutes : (minutes ?? 0));
  return {
    ...register,
    people: register.people.map((person) => {
      const mark = given.get(person.enrolmentId);
      if (!mark) return person;
      const standing = { id: '', note: null, device: null, markedBy: null, reason: null, ...person.mark };
      const markedAt = new Date().toISOString();
      return { ...person, mark: { ...standing, status: mark.status, minutes: minutesOf(mark), markedAt } };
    }),
  };
}
