import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/organisation';
import { localized, useFormat } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { Facts } from '../../ui/facts';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { personName } from '../../ui/person-name';
import classes from './audit.module.css';
import { ChainBadge } from './chain-badge';
import { difference } from './difference';
import { Changes } from './changes';
import { ENTITIES } from './filter';
import { entryQuery, personQuery, type Entry } from './queries';
import { useWords } from './words';

const route = getRouteApi('/audit/$entryId');

export default function EntryPage() {
  const { t } = useTranslation('audit');
  const { actionOf } = useWords();
  const format = useFormat();
  const { entryId } = route.useParams();
  const filter = route.useSearch();
  const query = useQuery(entryQuery(entryId));
  const { data } = query;
  return (
    <Page
      above={
        <BackLink to="/audit" search={filter}>
          {t('title')}
        </BackLink>
      }
      title={data ? actionOf(data.action) : t('entry')}
      lead={data && format.moment(data.occurredAt)}
    >
      <Loaded query={query} skeleton={<Lines count={3} height={120} />}>
        {(entry) => (
          <>
            <About entry={entry} />
            <Section title={t('changes')}>
              <WhatChanged entry={entry} />
            </Section>
            <Section title={t('chain')}>
              <Chain entry={entry} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function About({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('audit');
  const { entityOf } = useWords();
  const { data: units = [] } = useQuery(unitsQuery);
  const { data: person } = useQuery(personQuery(entry.personId));
  const unit = units.find(({ id }) => id === entry.unitId);
  const entity = ENTITIES.find((one) => one === entry.entity);
  return (
    <Section title={t('about')}>
      <Facts
        facts={[
          {
            name: t('actor'),
            value: entry.actorAccountId ? (
              <Link to="/accounts/$accountId" params={{ accountId: entry.actorAccountId }}>
                <bdi>{entry.actorName}</bdi>
              </Link>
            ) : (
              <bdi>{entry.actorName}</bdi>
            ),
          },
          { name: t('reason'), value: entry.reason && <bdi>{entry.reason}</bdi> },
          {
            name: t('person'),
            value: entry.personId && (
              <Link to="/people/$personId" params={{ personId: entry.personId }}>
                <bdi>{person ? personName(person) : t('toPerson')}</bdi>
              </Link>
            ),
          },
          { name: t('unit'), value: unit && localized(unit.name) },
          {
            name: t('entity'),
            value: (
              <>
                {entityOf(entry.entity)}{' '}
                {entity && (
                  <Link to="/audit" search={{ entity, entityId: entry.entityId }}>
                    {t('allOfThing')}
                  </Link>
                )}
              </>
            ),
          },
          { name: t('requestId'), value: <Code>{entry.requestId}</Code> },
          { name: t('code'), value: <Code>{entry.action}</Code> },
        ]}
      />
    </Section>
  );
}

function Code({ children }: { readonly children: string }) {
  return (
    <Text span size="sm" className={classes.code}>
      <bdi dir="ltr">{children}</bdi>
    </Text>
  );
}

function WhatChanged({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('audit');
  const all = difference(entry.before, entry.after);
  const changed = all.filter(({ kind }) => kind !== 'stated');
  const stated = all.filter(({ kind }) => kind === 'stated');
  if (all.length === 0) return <EmptyState icon="dash" title={t('noChange')} />;
  return (
    <>
      {changed.length > 0 && <Changes changes={changed} label={t('changes')} />}
      {stated.length > 0 && (
        <details className={classes.told} open={changed.length === 0}>
          <summary>{t('stated', { count: stated.length })}</summary>
          <Changes changes={stated} label={t('statedLabel')} />
        </details>
      )}
    </>
  );
}

function Chain({ entry: { chainState, chainNumber, hash } }: { readonly entry: Entry }) {
  const { t } = useTranslation('audit');
  return (
    <>
      <ChainBadge state={chainState} />
      <Text mt="xs" mb="sm">
        {t(`chainHelp.${chainState}`)}
      </Text>
      <Facts
        facts={[
          { name: t('chainNumber'), value: chainNumber && <bdi dir="ltr">{chainNumber}</bdi> },
          { name: t('hash'), value: hash && <Code>{hash}</Code> },
        ]}
      />
    </>
  );
}
