import { Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { Choices } from './choices';
import { EmptyState } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import { Section } from '../../ui/page';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import classes from './enrolment.module.css';
import { EnrolmentBadge } from './enrolment-state';
import { byPlace, groupOf, GROUPS, type Group } from './groups';
import type { Enrolment } from './queries';
import { mayNominate } from './rights';

const route = getRouteApi('/offerings/$offeringId/roster');

interface PeopleProps {
  readonly enrolments: readonly Enrolment[];
  /** Whether people are still nominated. */
  readonly open: boolean;
}

/** Everybody whom the reader may see, by how far he has come. */
export function People({ enrolments, open }: PeopleProps) {
  const { t } = useTranslation('enrolment');
  const { show } = route.useSearch();
  const { offeringId } = route.useParams();
  if (enrolments.length === 0)
    return (
      <Section title={t('people')}>
        <EmptyState icon="people" title={t('nobody')}>
          {t(open && mayNominate() ? 'nobodyYet' : 'nobodyElse')}
        </EmptyState>
      </Section>
    );
  const of = (group: Group) => enrolments.filter((one) => groupOf(one) === group);
  const filled = GROUPS.filter((group) => group === show || of(group).length > 0);
  const shown = show ? [show] : filled;
  return (
    <>
      <Choices
        label={t('show')}
        choices={[undefined, ...filled].map((group) => ({
          key: group ?? 'all',
          words: t(`group.${group ?? 'all'}`),
          count: group ? of(group).length : enrolments.length,
          chosen: group === show,
          link: (props) => (
            <Link
              to="/offerings/$offeringId/roster"
              params={{ offeringId }}
              search={{ show: group }}
              replace
              resetScroll={false}
              {...props}
            />
          ),
        }))}
      />
      {shown.map((group) => (
        <Section key={group} title={t(`group.${group}`)} actions={group === 'nominated' && <ToDesk />}>
          {of(group).length === 0 ? (
            <EmptyState icon="people" title={t('nobodyInGroup')} />
          ) : (
            <Rows
              label={t(`group.${group}`)}
              columns="4fr 3fr 8rem 15rem"
              headings={[t('name'), t('unit'), t('priority'), t('standing')]}
            >
              {of(group)
                .sort(byPlace)
                .map((enrolment) => (
                  <EnrolmentLine key={enrolment.id} enrolment={enrolment} />
                ))}
            </Rows>
          )}
        </Section>
      ))}
    </>
  );
}

/** Where many are decided on at once. */
function ToDesk() {
  const { t } = useTranslation('enrolment');
  if (!mayNominate()) return null;
  return (
    <Link to="/nominations" className={classes.link}>
      {t('toDesk')}
    </Link>
  );
}

function EnrolmentLine({ enrolment }: { readonly enrolment: Enrolment }) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const search = route.useSearch();
  const { id, offeringId, priority, unitCode, serviceNumber, walkOn, stateReason, waitingReason } = enrolment;
  return (
    <li>
      <Link
        to="/offerings/$offeringId/roster"
        params={{ offeringId }}
        search={{ ...search, enrolment: id }}
        resetScroll={false}
        className={rowClass}
      >
        <span className={mainCell}>
          <bdi>{personName(enrolment)}</bdi>
          <Text span c="dimmed" size="sm" fw={400} ms="xs">
            <bdi dir="ltr">{serviceNumber}</bdi>
          </Text>
        </span>
        <Text span c="dimmed">
          <bdi dir="ltr">{unitCode}</bdi>
        </Text>
        <Text span c="dimmed" size="sm">
          {walkOn ? t('walkedOn') : t('priorityIs', { priority: format.number(priority) })}
        </Text>
        <span>
          <EnrolmentBadge {...enrolment} />
          {waitingReason && (
            <Text span display="block" size="sm" c="dimmed">
              {t(`waiting.${waitingReason}`)}
            </Text>
          )}
          {stateReason && (
            <Text span display="block" size="sm" c="dimmed">
              <bdi>{stateReason}</bdi>
            </Text>
          )}
        </span>
      </Link>
    </li>
  );
}
