import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { currentSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { useFormat } from '../../i18n/format';
import { Facts } from '../../ui/facts';
import { Notice } from '../../ui/notice';
import classes from './imports.module.css';
import { ROW_OUTCOMES } from './outcomes';
import { isUnderWay, type Import } from './queries';

/** How far the import is, what became of the rows, and what stopped it. */
export function Standing({ found }: { readonly found: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { counts, dryRun, failure, rowsDone, rowsTotal, unknownHeaders, state } = found;
  const told = (done: number, total: number) => ({ done: format.number(done), total: format.number(total) });
  const figure = (count: number) => <bdi>{format.number(count)}</bdi>;
  return (
    <div className={classes.steps}>
      {isUnderWay(found) && <Progress found={found} />}
      {failure && (
        <Notice
          role="alert"
          tone={state === 'interrupted' ? 'warn' : 'bad'}
          icon="warning"
          title={failure.title}
          actions={state === 'interrupted' ? <ToJobs /> : undefined}
        >
          {failure.detail !== failure.title && <Text size="sm">{failure.detail}</Text>}
          <Text size="sm">{failure.remedy}</Text>
        </Notice>
      )}
      {rowsDone > 0 && (
        <Facts
          facts={[
            {
              name: t('rows'),
              value:
                rowsTotal === null || rowsTotal === rowsDone ? figure(rowsDone) : t('rowOf', told(rowsDone, rowsTotal)),
            },
            ...ROW_OUTCOMES.map((outcome) => ({
              name: t(dryRun ? `would.${outcome}` : `outcome.${outcome}`),
              value: figure(counts[outcome]),
            })),
            { name: t('withWarnings'), value: figure(counts.withWarnings) },
          ]}
        />
      )}
      {unknownHeaders.length > 0 && (
        <Notice tone="info" icon="info" title={t('unknownHeaders')}>
          <Text size="sm">
            <bdi>{format.list(unknownHeaders)}</bdi>
          </Text>
        </Notice>
      )}
      {state === 'done' && !dryRun && (
        <Notice role="status" tone="good" icon="check" title={t('imported')}>
          <Link to="/people">{t('toPeople')}</Link>
          {' · '}
          <Link to="/audit" search={{ entity: 'import', entityId: found.id }}>
            {t('toAudit')}
          </Link>
        </Notice>
      )}
    </div>
  );
}

function Progress({ found: { state, percent, rowsDone, rowsTotal } }: { readonly found: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const told =
    state === 'queued'
      ? t('waits')
      : rowsTotal === null
        ? t('reading')
        : t('rowOf', { done: format.number(rowsDone), total: format.number(rowsTotal) });
  return (
    <div>
      <progress className={classes.progress} aria-label={t('progress')} max={100} value={percent ?? undefined} />
      <Text size="sm" role="status">
        {told}
      </Text>
      <Text size="sm" c="dimmed">
        {t('mayLeave')}
      </Text>
    </div>
  );
}

function ToJobs() {
  const { t } = useTranslation('imports');
  const session = currentSession();
  if (session.kind !== 'signed-in' || !hasRole(session.me, 'administrator')) return null;
  return (
    <Link to="/jobs" search={{ state: 'failed' }}>
      {t('toJobs')}
    </Link>
  );
}
