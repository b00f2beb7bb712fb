import { Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SearchChoiceProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly description?: string;
  /** What is chosen, with its name as soon as that is known. */
  readonly chosen: Choice | undefined;
  /** What the search has found. */
  readonly found: readonly Choice[];
  /** Called when the typing pauses. */
  readonly onSearch: (text: string) => void;
  readonly onChange: (value: string | undefined) => void;
}

const PAUSE_MS = 300;

/** One of many, found by typing a part of its name. */
export function SearchChoice({ chosen, found, onSearch, onChange, ...field }: SearchChoiceProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const search = useDebouncedCallback(onSearch, PAUSE_MS);
  const type = (typed: string) => {
    setText(typed);
    if (typed === '' && chosen) return onChange(undefined);
    // The name of what was chosen is put into the field as if it had been typed.
    if (typed !== chosen?.label && !found.some(({ label }) => label === typed)) search(typed.trim());
  };
  const others = found.filter(({ value }) => value !== chosen?.value);
  return (
    <Select
      {...field}
      searchable
      clearable
      searchValue={text}
      onSearchChange={type}
      // The API has chosen what fits, by more than the name.
      filter={({ options }) => options}
      data={chosen ? [chosen, ...others] : [...others]}
      value={chosen?.value ?? null}
      onChange={(value) => onChange(value ?? undefined)}
      nothingFoundMessage={t(text.trim().length < 2 ? 'typeToFind' : 'nothingFound')}
      clearButtonProps={{ 'aria-label': t('clearChoice'), 'aria-hidden': false, tabIndex: 0 }}
      comboboxProps={{ keepMounted: false }}
    />
  );
}
