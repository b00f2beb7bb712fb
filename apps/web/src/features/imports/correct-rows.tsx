import { Button, Group, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { Lines, Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { ChooseFile } from './choose-file';
import { correctedCsv } from './corrected-csv';
import type { HeldFile } from './held-files';
import classes from './imports.module.css';
import { lookInto, rowsQuery, type Import, type ImportRow, type Preview } from './queries';
import { useSendFile } from './use-send-file';

const route = getRouteApi('/imports/$importId');

interface CorrectRowsProps {
  readonly found: Import;
  readonly held: HeldFile | undefined;
}

/** The refused rows, to be corrected here and sent as a small file of their own. */
export function CorrectRows({ found, held }: CorrectRowsProps) {
  const { t } = useTranslation('imports');
  const { t: shared } = useTranslation('app');
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<HeldFile>();
  const file = held ?? chosen;
  const close = () => void navigate({ search: (now) => ({ ...now, correct: undefined }), replace: true });
  return (
    <Section
      title={t('correct')}
      actions={
        <Button variant="default" onClick={close}>
          {shared('close')}
        </Button>
      }
    >
      {file ? (
        <Refused found={found} file={file} />
      ) : (
        <div className={classes.steps}>
          <Text size="sm">{t('notHeldCorrect')}</Text>
          <ChooseFile
            label={t('chooseAgain')}
            busy={false}
            onFile={(again) => setChosen({ file: again, mapping: {}, atomic: false })}
          />
        </div>
      )}
    </Section>
  );
}

function Refused({ found, file }: { readonly found: Import; readonly file: HeldFile }) {
  const list = useInfiniteQuery(rowsQuery(found.id, { outcome: 'refused' }));
  const rows = list.data?.pages[0].items;
  const numbers = rows?.map(({ row }) => row);
  const preview = useQuery({
    queryKey: ['imports', found.id, 'preview', numbers, file.file.size],
    enabled: numbers !== undefined,
    // Full of identity numbers: gone with the screen.
    ...{ gcTime: 0, staleTime: Infinity },
    queryFn: () => lookInto(file.file, file.mapping, numbers),
  });
  return (
    <Loaded query={list} skeleton={<Lines count={4} height={90} />}>
      {() => (
        <Loaded query={preview} skeleton={<Lines count={4} height={90} />}>
          {(seen) => <Sheet found={found} rows={rows ?? []} preview={seen} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface SheetProps {
  readonly found: Import;
  readonly rows: readonly ImportRow[];
  readonly preview: Preview;
}

function Sheet({ found, rows, preview }: SheetProps) {
  const { t } = useTranslation('imports');
  const send = useSendFile();
  const [changes, setChanges] = useState<Readonly<Record<number, Readonly<Record<string, string>>>>>({});
  const change = (row: number, column: string, value: string) =>
    setChanges((now) => ({ ...now, [row]: { ...now[row], [column]: value } }));
  const columns = preview.columns.filter(({ header }) => header !== null);
  const corrected = preview.rows
    .filter(({ row, values }) => Object.entries(changes[row] ?? {}).some(([name, value]) => value !== values[name]))
    .map(({ row, values }) => ({ row, values: { ...values, ...changes[row] } }));
  const submit = () => {
    const content = correctedCsv(
      columns.map(({ column }) => column),
      corrected,
    );
    const file = new File([content], t('correctedName', { name: found.fileName.replace(/\.\w+$/, '') }));
    send.mutate({ file, mapping: {}, atomic: false, correctedFrom: found.id, dryRun: true });
  };
  return (
    <div className={classes.steps}>
      <Text>{t('correctLead')}</Text>
      {found.counts.refused > rows.length && <Text size="sm">{t('correctFirst', { count: rows.length })}</Text>}
      <ul className={classes.rows} aria-label={t('correct')}>
        {rows.map((row) => {
          const seen = preview.rows.find((one) => one.row === row.row);
          return (
            seen && (
              <Correction
                key={row.row}
                row={row}
                columns={columns}
                values={{ ...seen.values, ...changes[row.row] }}
                onChange={(column, value) => change(row.row, column, value)}
              />
            )
          );
        })}
      </ul>
      <ProblemNotice error={send.error} />
      <Group>
        <Button disabled={corrected.length === 0} loading={send.isPending} onClick={submit}>
          {t('sendCorrected', { count: corrected.length })}
        </Button>
      </Group>
    </div>
  );
}

interface CorrectionProps {
  readonly row: ImportRow;
  readonly columns: Preview['columns'];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (column: string, value: string) => void;
}

/** The cells with faults, with what is wrong beside them; the others on demand. */
function Correction({ row, columns, values, onChange }: CorrectionProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [all, setAll] = useState(false);
  // The report names columns by their titles.
  const faultsOf = (title: string) => row.errors.filter(({ column }) => column === title);
  const others = row.errors.filter(({ column }) => !columns.some(({ title }) => title === column));
  const shown = all ? columns : columns.filter(({ title }) => faultsOf(title).length > 0);
  return (
    <li className={classes.row}>
      <div className={classes.rowHead}>
        <Text fw={600}>{t('row', { row: format.number(row.row) })}</Text>
        <bdi>{values['nameEn']}</bdi>
        <bdi dir="ltr">{values['serviceNumber']}</bdi>
      </div>
      {others.map(({ detail, remedy }) => (
        <Text key={detail} size="sm">
          {detail} {remedy}
        </Text>
      ))}
      <div className={classes.cells}>
        {shown.map(({ column, title }) => {
          const faults = faultsOf(title);
          return (
            <TextInput
              key={column}
              label={title}
              error={
                faults.length > 0 ? faults.map(({ detail, remedy }) => `${detail} ${remedy}`).join(' ') : undefined
              }
              value={values[column] ?? ''}
              onChange={(event) => onChange(column, event.currentTarget.value)}
            />
          );
        })}
      </div>
      <Group>
        <Button size="xs" variant="default" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'faultyCells' : 'allCells')}
        </Button>
      </Group>
    </li>
  );
}
