import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { Filters } from '../../ui/filters';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { Page } from '../../ui/page';
import { PersonChoice } from '../../ui/person-choice';
import { personName } from '../../ui/person-name';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import { SearchChoice } from '../../ui/search-choice';
import { ACTIONS, PARTS } from './actions';
import { ChainProof } from './chain-proof';
import { ChainBadge } from './chain-badge';
import { ENTITIES, type AuditFilter } from './filter';
import { accountQuery, accountsNamedQuery, entriesQuery, type Entry } from './queries';
import { useWords } from './words';

const route = getRouteApi('/audit');

export default function AuditPage() {
  const { t } = useTranslation('audit');
  const filter = route.useSearch();
  const list = useInfiniteQuery(entriesQuery(filter));
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ChainProof />
      <AuditFilters filter={filter} />
      <Loaded query={list} skeleton={<Lines count={8} />}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          if (entries.length === 0)
            return (
              <EmptyState icon="list" title={t(narrowed ? 'nothingFits' : 'nothingYet')}>
                {t(narrowed ? 'nothingFitsHelp' : 'nothingYetHelp')}
              </EmptyState>
            );
          return (
            <>
              <Rows
                label={t('title')}
                columns="4fr 2fr 3fr 12rem"
                headings={[t('action'), t('actor'), t('when'), t('chain')]}
              >
                {entries.map((entry) => (
                  <EntryLine key={entry.id} entry={entry} filter={filter} />
                ))}
              </Rows>
              <LoadMore list={list} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function AuditFilters({ filter }: { readonly filter: AuditFilter }) {
  const { t } = useTranslation('audit');
  const { actionOf } = useWords();
  const navigate = route.useNavigate();
  const narrow = (change: AuditFilter) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <>
      <Filters label={t('filters')}>
        <PersonChoice label={t('person')} value={filter.personId} onChange={(personId) => narrow({ personId })} />
        <ActorChoice value={filter.actorAccountId} onChange={(actorAccountId) => narrow({ actorAccountId })} />
        <NativeSelect
          label={t('action')}
          value={filter.action ?? ''}
          onChange={(event) => narrow({ action: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('everyAction') },
            ...PARTS.map((part) => ({
              group: t(`part.${part}`),
              items: ACTIONS[part].map((action) => ({ value: action, label: actionOf(action) })),
            })),
          ]}
        />
        <NativeSelect
          label={t('entity')}
          value={filter.entity ?? ''}
          onChange={(event) =>
            narrow({ entity: ENTITIES.find((one) => one === event.currentTarget.value), entityId: undefined })
          }
          data={[
            { value: '', label: t('everyEntity') },
            ...ENTITIES.map((entity) => ({ value: entity, label: t(`entity.${entity}`) })),
          ]}
        />
        <Day label={t('from')} value={filter.from} onChange={(from) => narrow({ from })} />
        <Day label={t('to')} value={filter.to} onChange={(to) => narrow({ to })} />
      </Filters>
      {filter.entityId && (
        <Text mb="md">
          {t('oneThing')} <bdi dir="ltr">{filter.entityId}</bdi>{' '}
          <Button size="xs" variant="default" onClick={() => narrow({ entityId: undefined })}>
            {t('everyThing')}
          </Button>
        </Text>
      )}
    </>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** A day that may be left open. */
function Day({ label, value, onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value ?? ''}
      min="2000-01-01"
      max="2199-12-31"
      onChange={(event) => {
        const day = event.currentTarget.value;
        // While a year is being typed the picker gives years like 0002.
        if (day === '' || day >= '1900') onChange(day || undefined);
      }}
    />
  );
}

interface ActorChoiceProps {
  readonly value: string | undefined;
  readonly onChange: (accountId: string | undefined) => void;
}

function ActorChoice({ value, onChange }: ActorChoiceProps) {
  const { t } = useTranslation('audit');
  const [search, setSearch] = useState('');
  const { data: found = [] } = useQuery(accountsNamedQuery(search));
  const { data: account } = useQuery(accountQuery(value));
  const nameOf = ({ userName, person }: NonNullable<typeof account>) =>
    person ? `\u2066${userName}\u2069 · ${personName(person)}` : userName;
  return (
    <SearchChoice
      label={t('actor')}
      placeholder={t('actorHint')}
      chosen={value === undefined ? undefined : { value, label: account ? nameOf(account) : '…' }}
      found={found.map((one) => ({ value: one.id, label: nameOf(one) }))}
      onSearch={setSearch}
      onChange={onChange}
    />
  );
}

function EntryLine({ entry, filter }: { readonly entry: Entry; readonly filter: AuditFilter }) {
  const format = useFormat();
  const { actionOf, entityOf } = useWords();
  return (
    <li>
      <Link to="/audit/$entryId" params={{ entryId: entry.id }} search={filter} className={rowClass}>
        <span className={mainCell}>
          {actionOf(entry.action)}
          <Text span c="dimmed" size="sm" fw={400} ms="xs">
            {entityOf(entry.entity)}
          </Text>
        </span>
        <bdi>{entry.actorName}</bdi>
        <span>{format.moment(entry.occurredAt)}</span>
        <ChainBadge state={entry.chainState} />
      </Link>
    </li>
  );
}
