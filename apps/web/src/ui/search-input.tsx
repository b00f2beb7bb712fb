import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Icon } from './icon';

const PAUSE_MS = 300;

interface SearchInputProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string | undefined;
  /** Called when the typing pauses. */
  readonly onSearch: (text: string | undefined) => void;
}

export function SearchInput({ label, placeholder, value, onSearch }: SearchInputProps) {
  const [text, setText] = useState(value ?? '');
  const told = useRef(value ?? '');
  // The address changed by other means: back, forward, a link.
  useEffect(() => {
    if ((value ?? '') === told.current) return;
    told.current = value ?? '';
    setText(told.current);
  }, [value]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = wanted;
      onSearch(wanted || undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={<Icon name="search" size={16} />}
    />
  );
}
