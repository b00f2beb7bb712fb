import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form';

/** Over the page, which stays as it is with what was typed in it. */
export default function EndedSession({ userName }: { readonly userName: string }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('ended.title')}
      centered
    >
      <Text mb="md">{t('ended.text')}</Text>
      <SignInForm userName={userName} />
    </Modal>
  );
}
