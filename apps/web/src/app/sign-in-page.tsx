import { Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Emblem } from './emblem';
import { ColourSchemeSwitch, LanguageChoice } from './preferences';
import { SignInForm } from './sign-in-form';
import classes from './sign-in-page.module.css';

export function SignInPage() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('product')}`;
  }, [t]);
  return (
    <div className={classes.page}>
      <header className={classes.banner}>
        <Emblem size={52} />
        <div>
          <Text className={classes.product}>{t('product')}</Text>
          <Text className={classes.unit}>{t('unit')}</Text>
        </div>
      </header>
      <main className={classes.main}>
        <div className={classes.card}>
          <div className={classes.preferences}>
            <LanguageChoice />
            <ColourSchemeSwitch />
          </div>
          <Title order={1} size="h2" mb={4}>
            {t('signIn.title')}
          </Title>
          <Text c="dimmed" mb="lg">
            {t('signIn.lead')}
          </Text>
          <SignInForm />
          <Text c="dimmed" size="sm" mt="lg">
            {t('signIn.help')}
          </Text>
        </div>
      </main>
    </div>
  );
}
