import { Button, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { ChooseFile } from './choose-file';
import type { HeldFile } from './held-files';
import classes from './imports.module.css';
import { lookInto, type Import, type Preview } from './queries';
import { useSendFile } from './use-send-file';

interface ColumnsProps {
  readonly found: Import;
  readonly held: HeldFile | undefined;
}

/** What was found in the header row beside what was expected; whoever knows says which stands for which. */
export function Columns({ found, held }: ColumnsProps) {
  const { t } = useTranslation('imports');
  const [chosen, setChosen] = useState<HeldFile>();
  const file = held ?? chosen;
  return (
    <Section title={t('columns')}>
      {file ? (
        <Known found={found} file={file} />
      ) : (
        <div className={classes.steps}>
          <Text size="sm">{t('notHeldColumns')}</Text>
          <ChooseFile
            label={t('chooseAgain')}
            busy={false}
            onFile={(again) => setChosen({ file: again, mapping: {}, atomic: found.atomic })}
          />
        </div>
      )}
    </Section>
  );
}

function Known({ found, file }: { readonly found: Import; readonly file: HeldFile }) {
  const { i18n } = useTranslation();
  const preview = useQuery({
    queryKey: ['imports', found.id, 'preview', i18n.language],
    staleTime: Infinity,
    queryFn: () => lookInto(file.file, file.mapping),
  });
  return <Loaded query={preview}>{(seen) => <Choice preview={seen} file={file} />}</Loaded>;
}

function Choice({ preview, file }: { readonly preview: Preview; readonly file: HeldFile }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const send = useSendFile();
  const [chosen, setChosen] = useState(() =>
    Object.fromEntries(preview.columns.map(({ column, header }) => [column, header ?? ''])),
  );
  const missing = preview.columns.filter(({ column, required }) => required && !chosen[column]);
  const used = Object.values(chosen).filter((header) => header !== '');
  const twice = used.find((header, i) => used.indexOf(header) !== i);
  const again = () => {
    const mapping = Object.fromEntries(Object.entries(chosen).filter(([, header]) => header !== ''));
    send.mutate({ ...file, mapping, dryRun: true });
  };
  return (
    <div className={classes.steps}>
      <Text>
        {t('headersFound')} <bdi>{format.list(preview.headers)}</bdi>
      </Text>
      <Text>{t('columnsLead')}</Text>
      <div className={classes.columns}>
        {preview.columns.map(({ column, title, required }) => (
          <NativeSelect
            key={column}
            label={title}
            required={required}
            error={required && !chosen[column] ? t('columnNeeded') : undefined}
            value={chosen[column]}
            onChange={(event) => setChosen({ ...chosen, [column]: event.currentTarget.value })}
            data={[
              { value: '', label: t('noHeader') },
              ...[...new Set(preview.headers)].map((header) => ({ value: header, label: header })),
            ]}
          />
        ))}
      </div>
      {twice && <Text role="alert">{t('headerTwice', { header: twice })}</Text>}
      <ProblemNotice error={send.error} />
      <Button
        style={{ justifySelf: 'start' }}
        disabled={missing.length > 0 || twice !== undefined}
        loading={send.isPending}
        onClick={again}
      >
        {t('checkAgain')}
      </Button>
    </div>
  );
}
