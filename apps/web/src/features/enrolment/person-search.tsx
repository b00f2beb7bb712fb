import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import { SearchInput } from '../../ui/search-input';
import classes from './enrolment.module.css';
import { candidatesQuery } from './queries';

interface PersonSearchProps {
  readonly label: string;
  /** Only people of this unit. */
  readonly unitId?: string;
  /** Who is not offered. */
  readonly without?: string;
  readonly value: string | undefined;
  readonly onChange: (personId: string) => void;
}

/** One person of those who serve, found by name in any script or by service number. */
export function PersonSearch({ label, unitId, without, value, onChange }: PersonSearchProps) {
  const { t } = useTranslation('enrolment');
  const [search, setSearch] = useState<string>();
  const list = useInfiniteQuery(candidatesQuery({ search, unitId }));
  return (
    <div>
      <SearchInput label={label} placeholder={t('searchHint')} value={search} onSearch={setSearch} />
      <Loaded query={list} skeleton={<Lines count={3} height={44} />}>
        {({ pages }) => {
          const people = pages.flatMap(({ items }) => items).filter(({ id }) => id !== without);
          if (people.length === 0)
            return (
              <EmptyState icon="people" title={t('nobodyFits')}>
                {t('nobodyFitsHelp')}
              </EmptyState>
            );
          return (
            <fieldset className={classes.options}>
              <legend className={classes.hidden}>{label}</legend>
              {people.map((person) => (
                <label key={person.id} className={classes.option}>
                  <input
                    type="radio"
                    name="person"
                    checked={value === person.id}
                    onChange={() => onChange(person.id)}
                  />
                  <span>
                    <bdi>{personName(person)}</bdi>{' '}
                    <Text span c="dimmed" size="sm">
                      <bdi dir="ltr">{person.serviceNumber}</bdi>
                      {!unitId && (
                        <>
                          {' · '}
                          <bdi dir="ltr">{person.unitCode}</bdi>
                        </>
                      )}
                    </Text>
                  </span>
                </label>
              ))}
              <LoadMore list={list} />
            </fieldset>
          );
        }}
      </Loaded>
    </div>
  );
}
