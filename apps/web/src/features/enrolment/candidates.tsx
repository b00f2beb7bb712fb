import { Text } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Filters } from '../../ui/filters';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { otherNames, personName } from '../../ui/person-name';
import { SearchInput } from '../../ui/search-input';
import { UnitChoice } from '../../ui/unit-choice';
import classes from './enrolment.module.css';
import { EnrolmentBadge } from './enrolment-state';
import { isOver } from './groups';
import { candidatesQuery, chosenQuery, rosterQuery, type Enrolment, type PersonRow } from './queries';

const route = getRouteApi('/offerings/$offeringId/nominate');

interface CandidatesProps {
  readonly offeringId: string;
  readonly chosen: readonly string[];
  readonly onToggle: (personId: string, on: boolean) => void;
}

/** The people of one's units who serve; those who are on the offering already are told so. */
export function Candidates({ offeringId, chosen, onToggle }: CandidatesProps) {
  const { t } = useTranslation('enrolment');
  const { search, unit } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const list = useInfiniteQuery(candidatesQuery({ search, unitId: unit }));
  const { data: roster = [] } = useQuery(rosterQuery(offeringId));
  const narrow = useCallback(
    (change: { search?: string; unit?: string }) =>
      void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false }),
    [navigate],
  );
  const onSearch = useCallback((text: string | undefined) => narrow({ search: text }), [narrow]);
  const toggle = (person: PersonRow, on: boolean) => {
    // What is known of him need not be asked for again.
    client.setQueryData(chosenQuery(person.id).queryKey, person);
    onToggle(person.id, on);
  };
  return (
    <>
      <Filters label={t('filters')}>
        <SearchInput label={t('search')} placeholder={t('searchHint')} value={search} onSearch={onSearch} />
        <UnitChoice value={unit} onChange={(unitId) => narrow({ unit: unitId })} />
      </Filters>
      <Loaded query={list} skeleton={<Lines count={6} height={44} />}>
        {({ pages }) => {
          const people = pages.flatMap(({ items }) => items);
          if (people.length === 0)
            return (
              <EmptyState icon="people" title={t('nobodyFits')}>
                {t('nobodyFitsHelp')}
              </EmptyState>
            );
          return (
            <>
              <ul className={classes.list} aria-label={t('candidates')}>
                {people.map((person) => (
                  <Candidate
                    key={person.id}
                    person={person}
                    enrolment={roster.find((one) => one.personId === person.id && !isOver(one))}
                    chosen={chosen.includes(person.id)}
                    onToggle={(on) => toggle(person, on)}
                  />
                ))}
              </ul>
              <LoadMore list={list} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

interface CandidateProps {
  readonly person: PersonRow;
  /** Of the person on this offering, while it lasts. */
  readonly enrolment: Enrolment | undefined;
  readonly chosen: boolean;
  readonly onToggle: (on: boolean) => void;
}

function Candidate({ person, enrolment, chosen, onToggle }: CandidateProps) {
  return (
    <li>
      <label className={classes.option}>
        <input
          type="checkbox"
          checked={chosen}
          disabled={!!enrolment && !chosen}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
        <span>
          <bdi>{personName(person)}</bdi>{' '}
          <Text span c="dimmed" size="sm">
            <bdi dir="ltr">{person.serviceNumber}</bdi>
            {otherNames(person).map(({ lang, name }) => (
              <span key={lang}>
                {' · '}
                <bdi lang={lang}>{name}</bdi>
              </span>
            ))}
          </Text>
        </span>
        {enrolment && <EnrolmentBadge {...enrolment} />}
      </label>
    </li>
  );
}
