import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/notice';
import { Page } from '../ui/page';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <EmptyState icon="question" title={t('notFound.text')}>
        <Link to="/">{t('notFound.home')}</Link>
      </EmptyState>
    </Page>
  );
}
