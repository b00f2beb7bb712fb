import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import { ProblemNotice } from '../../ui/problem-notice';
import { toast } from '../../ui/toast-store';
import { recordNoShow, type Judged, type Obstacle, type Ratification } from './queries';
import classes from './ratification.module.css';
import { mayWrite } from './rights';

/** What stands in the way, each with the way to what mends it. */
export function Obstacles({
  ratification: { obstacles, people, offeringId },
}: {
  readonly ratification: Ratification;
}) {
  return (
    <div className={classes.obstacles}>
      {obstacles.map((obstacle) => (
        <Notice
          key={obstacle.code}
          tone={obstacle.code === 'results-missing' ? 'warn' : 'bad'}
          icon="warning"
          title={obstacle.message}
        >
          <Remedy
            obstacle={obstacle}
            offeringId={offeringId}
            people={people.filter(({ enrolmentId }) => obstacle.enrolmentIds?.includes(enrolmentId))}
          />
        </Notice>
      ))}
    </div>
  );
}

interface RemedyProps {
  readonly obstacle: Obstacle;
  readonly offeringId: string;
  /** Whom it names. */
  readonly people: readonly Judged[];
}

function Remedy({ obstacle: { code, sessions = [] }, offeringId, people }: RemedyProps) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const params = { offeringId };
  switch (code) {
    case 'register-not-countersigned':
      return (
        <ul className={classes.remedies}>
          {sessions.map(({ sessionId, number, start, state }) => (
            <li key={sessionId}>
              <Link to="/sessions/$sessionId/register" params={{ sessionId }}>
                {t('sessionNumber', { number: format.number(number) })} · {format.weekday(format.dayOf(String(start)))}
              </Link>{' '}
              <Text span size="sm">
                {t(`register.${state}`)}
              </Text>
            </li>
          ))}
        </ul>
      );
    case 'results-missing':
      return (
        <>
          <Text size="sm">
            <bdi>{format.list(people.map(personName))}</bdi>
          </Text>
          <Link to="/offerings/$offeringId/results" params={params}>
            {t('enterMissing')}
          </Link>
        </>
      );
    case 'never-attended':
      return <NeverAttended offeringId={offeringId} people={people} />;
    case 'nothing-delivered':
      return (
        <Link to="/offerings/$offeringId" params={params}>
          {t('toOffering')}
        </Link>
      );
  }
}

function NeverAttended({ offeringId, people }: Pick<RemedyProps, 'offeringId' | 'people'>) {
  const { t } = useTranslation('results');
  const [asked, setAsked] = useState<Judged>();
  return (
    <>
      <ul className={classes.remedies}>
        {people.map((person) => (
          <li key={person.enrolmentId}>
            <bdi>{personName(person)}</bdi>{' '}
            <Text span size="sm">
              <bdi dir="ltr">{person.serviceNumber}</bdi>
            </Text>{' '}
            {mayWrite() && (
              <Button size="xs" variant="default" onClick={() => setAsked(person)}>
                {t('recordNoShow')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && <ConfirmNoShow person={asked} offeringId={offeringId} onClose={() => setAsked(undefined)} />}
    </>
  );
}

interface ConfirmNoShowProps {
  readonly person: Judged;
  readonly offeringId: string;
  readonly onClose: () => void;
}

function ConfirmNoShow({ person, offeringId, onClose }: ConfirmNoShowProps) {
  const { t } = useTranslation('results');
  const { t: shared } = useTranslation('app');
  const client = useQueryClient();
  const name = personName(person);
  const recording = useMutation({
    mutationFn: (key: string) => recordNoShow(person.enrolmentId, key),
    onSuccess: async () => {
      toast({ message: t('noShowRecorded', { name }) });
      await client.invalidateQueries({ queryKey: ['results', offeringId] });
      onClose();
    },
  });
  return (
    <Dialog title={t('noShowTitle', { name })} onClose={onClose}>
      <Text>{t('noShowText')}</Text>
      <ProblemNotice error={recording.error} />
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {shared('cancel')}
        </Button>
        <Button loading={recording.isPending} onClick={() => recording.mutate(idempotencyKey())}>
          {t('recordNoShow')}
        </Button>
      </Group>
    </Dialog>
  );
}
