import { Button, Group, Notification } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon';
import { dismiss, type Shown } from './toast-store';
import classes from './toasts.module.css';

export default function ToastStack({ toasts }: { readonly toasts: readonly Shown[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.stack} data-print="no">
      {toasts.map(({ id, message, undo, failed }) => (
        <Notification
          key={id}
          icon={<Icon name={failed ? 'warning' : 'check'} />}
          color={failed ? 'red' : 'green'}
          closeButtonProps={{ 'aria-label': t('close') }}
          onClose={() => dismiss(id)}
        >
          <Group gap="sm" justify="space-between" wrap="nowrap">
            {message}
            {undo && (
              <Button
                size="xs"
                variant="light"
                onClick={() => {
                  dismiss(id);
                  undo();
                }}
              >
                {t('undo')}
              </Button>
            )}
          </Group>
        </Notification>
      ))}
    </div>
  );
}
