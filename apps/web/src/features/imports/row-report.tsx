import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { Filters } from '../../ui/filters';
import { Icon } from '../../ui/icon';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { saveFile } from '../../ui/save-file';
import { Badge } from '../../ui/status-badge';
import classes from './imports.module.css';
import { OUTCOME_LOOKS, ROW_OUTCOMES, type RowOutcome } from './outcomes';
import { faultsQuery, rowsQuery, type Import, type ImportRow, type RowNote } from './queries';

const route = getRouteApi('/imports/$importId');

interface RowReportProps {
  readonly found: Import;
  /** Whether refused rows can be corrected here. */
  readonly correctable: boolean;
}

/** Row by row, what became of it and why; in the reader's language. */
export function RowReport({ found, correctable }: RowReportProps) {
  const { t } = useTranslation('imports');
  const { outcome, fault, correct } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(rowsQuery(found.id, { outcome, fault }));
  const save = useMutation({
    mutationFn: () => download(`/api/v1/imports/${found.id}/report.csv`),
    onSuccess: (content) => saveFile(content, 'import-report.csv'),
  });
  return (
    <Section
      title={t('report')}
      actions={
        <Group gap="xs">
          {correctable && !correct && (
            <Button
              leftSection={<Icon name="pen" size={16} />}
              onClick={() => void navigate({ search: (now) => ({ ...now, correct: true }) })}
            >
              {t('correctHere')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<Icon name="download" size={16} />}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('downloadReport')}
          </Button>
        </Group>
      }
    >
      <ProblemNotice error={save.error} />
      <ReportFilters found={found} />
      <Loaded query={list} skeleton={<Lines count={6} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return (
              <EmptyState icon="list" title={t('noRow')}>
                {t('noRowHelp')}
              </EmptyState>
            );
          return (
            <>
              <ul className={classes.rows} aria-label={t('report')}>
                {rows.map((row) => (
                  <ReportRow key={row.row} row={row} dryRun={found.dryRun} />
                ))}
              </ul>
              <LoadMore list={list} />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function ReportFilters({ found }: { readonly found: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { outcome, fault } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: faults = [] } = useQuery(faultsQuery(found.id));
  const narrow = (change: { outcome?: RowOutcome; fault?: string }) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <Filters label={t('filters')}>
      <NativeSelect
        label={t('outcome')}
        value={outcome ?? ''}
        onChange={(event) => narrow({ outcome: ROW_OUTCOMES.find((one) => one === event.currentTarget.value) })}
        data={[
          { value: '', label: t('everyOutcome') },
          ...ROW_OUTCOMES.map((value) => ({
            value,
            label: `${t(found.dryRun ? `would.${value}` : `outcome.${value}`)} (${format.number(found.counts[value])})`,
          })),
        ]}
      />
      <NativeSelect
        label={t('fault')}
        value={fault ?? ''}
        onChange={(event) => narrow({ fault: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('everyFault') },
          ...faults.map(({ code, title, rows }) => ({ value: code, label: `${title} (${format.number(rows)})` })),
        ]}
      />
    </Filters>
  );
}

function ReportRow({ row, dryRun }: { readonly row: ImportRow; readonly dryRun: boolean }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [tone, icon] = OUTCOME_LOOKS[row.outcome];
  const number = row.serviceNumber && <bdi dir="ltr">{row.serviceNumber}</bdi>;
  return (
    <li className={classes.row}>
      <div className={classes.rowHead}>
        <Text fw={600}>{t('row', { row: format.number(row.row) })}</Text>
        {row.personId ? (
          <Link to="/people/$personId" params={{ personId: row.personId }}>
            {number}
          </Link>
        ) : (
          number
        )}
        <Badge tone={tone} icon={icon}>
          {t(dryRun ? `would.${row.outcome}` : `outcome.${row.outcome}`)}
        </Badge>
      </div>
      {row.errors.length + row.warnings.length > 0 && (
        <ul className={classes.notes}>
          {row.errors.map((note, i) => (
            <Note key={i} note={note} />
          ))}
          {row.warnings.map((note, i) => (
            <Note key={i} note={note} warning />
          ))}
        </ul>
      )}
    </li>
  );
}

function Note({ note, warning }: { readonly note: RowNote; readonly warning?: true }) {
  const { t } = useTranslation('imports');
  return (
    <li>
      {warning && `${t('warning')} `}
      {note.column && <strong>{note.column}</strong>}
      {note.value && (
        <>
          {' '}
          <q>
            <bdi>{note.value}</bdi>
          </q>
        </>
      )}
      {(note.column || note.value) && ': '}
      {note.detail}{' '}
      <Text span c="dimmed" size="sm">
        {note.remedy}
      </Text>
    </li>
  );
}
