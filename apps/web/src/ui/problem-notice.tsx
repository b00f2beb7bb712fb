import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRefused, Unreachable } from '../api/problem';
import { Notice } from './notice';

interface ProblemNoticeProps {
  readonly error: Error | null | undefined;
  readonly onRetry?: () => void;
}

/** What went wrong and what helps. The API says both in the reader's language; the rest is said here. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation();
  if (!error) return null;
  const actions = onRetry && (
    <Button size="xs" variant="default" onClick={onRetry}>
      {t('tryAgain')}
    </Button>
  );
  if (error instanceof Unreachable) {
    return (
      <Notice role="alert" tone="warn" icon="offline" title={t('unreachable')} actions={actions}>
        <Text size="sm">{t('unreachableRemedy')}</Text>
      </Notice>
    );
  }
  if (!isRefused(error) || !error.problem.title) {
    return (
      <Notice role="alert" tone="bad" icon="warning" title={t('unexpected')} actions={actions}>
        <Text size="sm">{t('unexpectedRemedy')}</Text>
      </Notice>
    );
  }
  const { title, detail, remedy, fields = [], status, errorId } = error.problem;
  return (
    <Notice role="alert" tone="bad" icon="warning" title={title} actions={actions}>
      {detail && detail !== title && <Text size="sm">{detail}</Text>}
      <Text size="sm">{remedy}</Text>
      {fields.length > 0 && (
        <Text size="sm" component="ul" m={0} ps="md">
          {fields.map(({ field, problems }) => (
            <li key={field}>
              <code>{field}</code>
              {problems.length > 0 && `: ${problems.join('; ')}`}
            </li>
          ))}
        </Text>
      )}
      {status >= 500 && (
        <Text size="xs" mt={4}>
          {t('errorId')} <bdi dir="ltr">{errorId}</bdi>
        </Text>
      )}
    </Notice>
  );
}
