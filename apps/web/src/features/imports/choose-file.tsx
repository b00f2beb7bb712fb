import { Text } from '@mantine/core';
import { useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import classes from './imports.module.css';
import { inMemory } from './held-files';

/** The API takes no larger ones; it would cut the line in the middle of one. */
const LARGEST_MB = 20;

interface ChooseFileProps {
  readonly label: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** To be dropped on, or pressed to choose a file. */
export function ChooseFile({ label, busy, onFile }: ChooseFileProps) {
  const { t } = useTranslation('imports');
  const hint = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<'tooLarge' | 'unreadable'>();
  const take = async (file: File | undefined) => {
    if (!file || busy) return;
    if (file.size > LARGEST_MB * 1024 * 1024) return setProblem('tooLarge');
    try {
      const copy = await inMemory(file);
      setProblem(undefined);
      onFile(copy);
    } catch {
      setProblem('unreadable');
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <label
        className={classes.drop}
        data-over={over || undefined}
        data-busy={busy || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="upload" size={28} />
        <Text fw={600}>{busy ? t('sending') : label}</Text>
        <Text size="sm" c="dimmed" id={hint}>
          {t('dropHint', { most: LARGEST_MB })}
        </Text>
        <input
          type="file"
          className={classes.file}
          accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-label={label}
          aria-describedby={hint}
          disabled={busy}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            // So that the same file, changed meanwhile, can be chosen once more.
            event.currentTarget.value = '';
          }}
        />
      </label>
      {problem && (
        <Notice role="alert" tone="bad" icon="warning" title={t(problem)}>
          <Text size="sm">{t(`${problem}Remedy`)}</Text>
        </Notice>
      )}
    </>
  );
}
