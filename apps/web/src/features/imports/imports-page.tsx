import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { Icon } from '../../ui/icon';
import { Lines, Loaded } from '../../ui/loaded';
import { LoadMore } from '../../ui/load-more';
import { EmptyState } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { mainCell, rowClass, Rows } from '../../ui/rows';
import { saveFile } from '../../ui/save-file';
import { ChooseFile } from './choose-file';
import { ImportStateBadge } from './import-state';
import classes from './imports.module.css';
import { importsQuery, type Import } from './queries';
import { useSendFile } from './use-send-file';

export default function ImportsPage() {
  const { t } = useTranslation('imports');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('template')}>
        <Template />
      </Section>
      <Section title={t('check')}>
        <CheckFile />
      </Section>
      <Section title={t('past')}>
        <PastImports />
      </Section>
    </Page>
  );
}

function Template() {
  const { t } = useTranslation('imports');
  const save = useMutation({
    mutationFn: (kind: 'xlsx' | 'csv') => download(`/api/v1/imports/people/template.${kind}`),
    onSuccess: (content, kind) => saveFile(content, `people-template.${kind}`),
  });
  return (
    <>
      <Text mb="sm">{t('templateLead')}</Text>
      <Group gap="xs">
        {(['xlsx', 'csv'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            leftSection={<Icon name="download" size={18} />}
            loading={save.isPending && save.variables === kind}
            onClick={() => save.mutate(kind)}
          >
            {t(`template.${kind}`)}
          </Button>
        ))}
      </Group>
      <ProblemNotice error={save.error} />
    </>
  );
}

function CheckFile() {
  const { t } = useTranslation('imports');
  const [atomic, setAtomic] = useState(false);
  const send = useSendFile();
  return (
    <div className={classes.steps}>
      <Text>{t('checkLead')}</Text>
      <label className={classes.option}>
        <input type="checkbox" checked={atomic} onChange={(event) => setAtomic(event.currentTarget.checked)} />
        <span>
          {t('atomic')}
          <Text span size="sm" c="dimmed" display="block">
            {t('atomicHint')}
          </Text>
        </span>
      </label>
      <ChooseFile
        label={t('choose')}
        busy={send.isPending}
        onFile={(file) => send.mutate({ file, mapping: {}, atomic, dryRun: true })}
      />
      <ProblemNotice error={send.error} />
    </div>
  );
}

function PastImports() {
  const { t } = useTranslation('imports');
  const list = useInfiniteQuery(importsQuery());
  return (
    <Loaded query={list} skeleton={<Lines count={3} />}>
      {({ pages }) => {
        const imports = pages.flatMap(({ items }) => items);
        if (imports.length === 0)
          return (
            <EmptyState icon="upload" title={t('noneYet')}>
              {t('noneYetHelp')}
            </EmptyState>
          );
        return (
          <>
            <Rows
              label={t('past')}
              columns="4fr 3fr 2fr 11rem"
              headings={[t('file'), t('when'), t('rows'), t('state')]}
            >
              {imports.map((one) => (
                <PastImport key={one.id} past={one} />
              ))}
            </Rows>
            <LoadMore list={list} />
          </>
        );
      }}
    </Loaded>
  );
}

function PastImport({ past }: { readonly past: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <li>
      <Link to="/imports/$importId" params={{ importId: past.id }} className={rowClass}>
        <span className={mainCell}>
          <bdi>{past.fileName}</bdi>
          <Text span c="dimmed" size="sm" fw={400} ms="xs">
            {t(past.dryRun ? 'dryRun' : 'forGood')}
          </Text>
        </span>
        <span>{format.moment(past.createdAt)}</span>
        <Text span c="dimmed">
          {t('rowsDone', { count: past.rowsDone, shown: format.number(past.rowsDone) })}
        </Text>
        <ImportStateBadge state={past.state} dryRun={past.dryRun} />
      </Link>
    </li>
  );
}
