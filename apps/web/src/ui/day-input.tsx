import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { today } from '../i18n/format';

interface DayInputProps {
  readonly label: string;
  /** A civil date; today when left out. */
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** A day. The device's own picker: it is known to its user, works by thumb and key, and weighs nothing. */
export function DayInput({ label, value, onChange }: DayInputProps) {
  const [text, setText] = useState(value ?? today());
  useEffect(() => setText(value ?? today()), [value]);
  return (
    <TextInput
      type="date"
      label={label}
      value={text}
      min="1900-01-01"
      max="2199-12-31"
      onChange={(event) => {
        const day = event.currentTarget.value;
        setText(day);
        // While a year is being typed the picker gives years like 0002.
        if (day === '' || day >= '1900') onChange(day === today() ? undefined : day || undefined);
      }}
    />
  );
}
