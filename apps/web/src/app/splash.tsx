import { Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../api/connection';
import classes from './splash.module.css';

/** While the session is looked up. */
export function Splash() {
  const { t } = useTranslation();
  const online = useOnline();
  return (
    <main className={classes.splash} aria-busy="true">
      <Loader aria-hidden />
      <Text role="status">{online ? t('loading') : t('offline.title')}</Text>
    </main>
  );
}
