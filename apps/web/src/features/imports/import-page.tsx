import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { Lines, Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { Columns } from './columns';
import { CorrectRows } from './correct-rows';
import { heldFile } from './held-files';
import classes from './imports.module.css';
import { ImportForGood } from './import-for-good';
import { ImportStateBadge } from './import-state';
import { importQuery, isUnderWay, type Import } from './queries';
import { RowReport } from './row-report';
import { Standing } from './standing';

const route = getRouteApi('/imports/$importId');
/** Refusals of a file that end when it is said which header stands for which column. */
const OF_COLUMNS = ['imports.missing-columns', 'imports.column-twice', 'imports.mapping-unknown'];

export default function ImportPage() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { importId } = route.useParams();
  const query = useQuery(importQuery(importId));
  const { data } = query;
  return (
    <Page
      above={<BackLink to="/imports">{t('title')}</BackLink>}
      title={data ? data.fileName : t('import')}
      lead={data && `${t(data.dryRun ? 'dryRun' : 'forGood')} · ${format.moment(data.createdAt)}`}
    >
      {/* One import leads to the next on the same screen: nothing of one stays with the other. */}
      <Loaded query={query} skeleton={<Lines count={2} height={140} />}>
        {(found) => <Details key={found.id} found={found} />}
      </Loaded>
    </Page>
  );
}

function Details({ found }: { readonly found: Import }) {
  const { t } = useTranslation('imports');
  useNewsOfPeople(found);
  const held = heldFile(found.id);
  const { correct } = route.useSearch();
  const ofColumns = found.failure !== null && OF_COLUMNS.includes(found.failure.code);
  const correctable = found.state === 'done' && found.counts.refused > 0 && !found.atomic;
  return (
    <>
      {held?.correctedFrom && (
        <Notice tone="info" icon="info" title={t('corrected')}>
          <Link to="/imports/$importId" params={{ importId: held.correctedFrom }}>
            {t('toWholeFile')}
          </Link>
        </Notice>
      )}
      <Section title={t('standing')} actions={<ImportStateBadge state={found.state} dryRun={found.dryRun} />}>
        <div className={classes.steps}>
          <Standing found={found} />
          {found.dryRun && found.state === 'done' && <ImportForGood found={found} held={held} />}
        </div>
      </Section>
      {ofColumns && <Columns found={found} held={held} />}
      {correctable && correct && <CorrectRows found={found} held={held} />}
      {!isUnderWay(found) && found.rowsDone > 0 && <RowReport found={found} correctable={correctable} />}
    </>
  );
}

/** Lists of people are older than an import that has written some. */
function useNewsOfPeople({ dryRun, state }: Import) {
  const cache = useQueryClient();
  const written = !dryRun && state === 'done';
  useEffect(() => {
    if (written) void cache.invalidateQueries({ queryKey: ['people'] });
    void cache.invalidateQueries({ queryKey: ['imports', 'list'] });
  }, [written, state, cache]);
}
