import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OfflineBanner } from './offline-banner';
import classes from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Without it the dialog stays until what it asks is done. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** Over the page; has the focus until it is closed. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened
      onClose={onClose ?? (() => undefined)}
      closeOnEscape={!!onClose}
      closeOnClickOutside={!!onClose}
      centered={!onClose}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Not Mantine's own: that is a second banner of the page. */}
        <div className={classes.head}>
          <Modal.Title fw={650}>{title}</Modal.Title>
          {onClose && <Modal.CloseButton aria-label={t('close')} />}
        </div>
        <Modal.Body>
          <OfflineBanner />
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
