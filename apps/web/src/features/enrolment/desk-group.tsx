import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { localized, useFormat } from '../../i18n/format';
import { personName } from '../../ui/person-name';
import { Section } from '../../ui/page';
import classes from './enrolment.module.css';
import { seatsQuery, type Awaiting, type Refusal } from './queries';
import { Refusals } from './refusals';
import { isMyself } from './rights';

export interface OfNominations {
  readonly offeringId: string;
  /** All that await the reader there, on this page of the list or a later one. */
  readonly awaiting: number;
  readonly nominations: readonly Awaiting[];
}

/** The list comes sorted by offering. */
export function byOffering(nominations: readonly Awaiting[]): OfNominations[] {
  const groups = new Map<string, Awaiting[]>();
  for (const one of nominations) groups.set(one.offeringId, [...(groups.get(one.offeringId) ?? []), one]);
  return [...groups].map(([offeringId, rows]) => ({ offeringId, awaiting: rows[0].awaiting, nominations: rows }));
}

interface DeskGroupProps {
  /** Of one offering. */
  readonly nominations: readonly Awaiting[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ids: readonly string[], on: boolean) => void;
  readonly refused: Readonly<Record<string, readonly Refusal[]>>;
}

export function DeskGroup({ nominations, ticked, onTick, refused }: DeskGroupProps) {
  const { t } = useTranslation('enrolment');
  const [{ offeringId, offeringCode, courseTitle }] = nominations;
  const decidable = nominations.filter(({ personId }) => !isMyself(personId)).map(({ id }) => id);
  const all = decidable.length > 0 && decidable.every((id) => ticked.has(id));
  return (
    <Section
      title={localized(courseTitle)}
      actions={
        <Link to="/offerings/$offeringId/roster" params={{ offeringId }} className={classes.link}>
          {t('roster')} <bdi dir="ltr">{offeringCode}</bdi>
        </Link>
      }
    >
      <Dates nomination={nominations[0]} />
      {decidable.length > 1 && (
        <label className={classes.option}>
          <input type="checkbox" checked={all} onChange={(event) => onTick(decidable, event.currentTarget.checked)} />
          <b>{t('tickAll', { count: decidable.length })}</b>
        </label>
      )}
      <ul className={classes.list} aria-label={localized(courseTitle)}>
        {nominations.map((nomination) => (
          <DeskLine
            key={nomination.id}
            nomination={nomination}
            ticked={ticked.has(nomination.id)}
            onTick={(on) => onTick([nomination.id], on)}
            refusals={refused[nomination.id]}
          />
        ))}
      </ul>
    </Section>
  );
}

/** When it closes, when it begins, and whether there is a seat to be had. */
function Dates({ nomination }: { readonly nomination: Awaiting }) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const { offeringId, nominationsCloseOn, startsOn, endsOn } = nomination;
  const { data: seats } = useQuery(seatsQuery(offeringId));
  const when = nominationsCloseOn && {
    day: format.day(nominationsCloseOn),
    when: format.fromToday(nominationsCloseOn),
  };
  return (
    <Text size="sm" c="dimmed">
      {when && (
        <>
          <b>{t('closesOn', when)}</b>
          {' · '}
        </>
      )}
      <bdi>{format.day(startsOn)}</bdi> – <bdi>{format.day(endsOn)}</bdi>
      {seats && ` · ${t('freeOf', { free: format.number(seats.free), capacity: format.number(seats.capacity) })}`}
      {seats && seats.waitingCount > 0 && ` · ${t('waitingTotal', { count: seats.waitingCount })}`}
    </Text>
  );
}

interface DeskLineProps {
  readonly nomination: Awaiting;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
  readonly refusals: readonly Refusal[] | undefined;
}

function DeskLine({ nomination, ticked, onTick, refusals }: DeskLineProps) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const { id, personId, serviceNumber, unitCode, priority, nominatedAt } = nomination;
  const name = personName(nomination);
  const mine = isMyself(personId);
  return (
    <li className={classes.line}>
      <label className={classes.option}>
        <input
          type="checkbox"
          checked={ticked && !mine}
          disabled={mine}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        <span>
          <bdi>{name}</bdi>{' '}
          <Text span c="dimmed" size="sm">
            <bdi dir="ltr">{serviceNumber}</bdi> · <bdi dir="ltr">{unitCode}</bdi>
          </Text>
          <Text span display="block" c="dimmed" size="sm">
            {t('priorityIs', { priority: format.number(priority) })} ·{' '}
            {t('nominatedOn', { day: format.day(format.dayOf(nominatedAt)) })}
          </Text>
          {mine && (
            <Text span display="block" size="sm">
              {t('notYourOwn')}
            </Text>
          )}
        </span>
      </label>
      {!mine && (
        <Button
          variant="default"
          aria-label={t('rejectOf', { name })}
          renderRoot={(props) => <Link to="/nominations" search={{ reject: id }} resetScroll={false} {...props} />}
        >
          {t('step.reject')}
        </Button>
      )}
      {refusals && <Refusals refusals={refusals} />}
    </li>
  );
}
