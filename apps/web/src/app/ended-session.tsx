import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog';
import { SignInForm } from './sign-in-form';

/** Over the page, which stays as it is with what was typed in it. */
export default function EndedSession({ userName }: { readonly userName: string }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('ended.title')}>
      <Text mb="md">{t('ended.text')}</Text>
      <SignInForm userName={userName} />
    </Dialog>
  );
}
