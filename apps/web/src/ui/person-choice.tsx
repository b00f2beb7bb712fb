import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Listed } from '../api/client';
import { personName } from './person-name';
import { SearchChoice } from './search-choice';

interface PersonChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string | undefined;
  readonly onChange: (personId: string | undefined) => void;
}

/** A person of those that the reader sees, by a part of the name in any script or of the service number. */
export function PersonChoice({ value, onChange, ...field }: PersonChoiceProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { data: found = [] } = useQuery({
    queryKey: ['people', 'choice', search],
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await api('get', '/api/v1/people', { query: { search, limit: 20 }, signal })).items,
  });
  const { data: person } = useQuery({
    queryKey: ['people', value],
    enabled: value !== undefined,
    queryFn: ({ signal }) => api('get', '/api/v1/people/{id}', { path: { id: value ?? '' }, signal }),
  });
  return (
    <SearchChoice
      {...field}
      placeholder={t('personHint')}
      chosen={value === undefined ? undefined : { value, label: person ? nameOf(person) : '…' }}
      found={found.map((one) => ({ value: one.id, label: nameOf(one) }))}
      onSearch={setSearch}
      onChange={onChange}
    />
  );
}

function nameOf(person: Pick<Listed<'/api/v1/people'>, 'nameEn' | 'nameUr' | 'nameZh' | 'serviceNumber'>): string {
  return `${personName(person)} · \u2066${person.serviceNumber}\u2069`;
}
