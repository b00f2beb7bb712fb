import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { ProblemNotice } from '../../ui/problem-notice';
import { ChooseFile } from './choose-file';
import type { HeldFile } from './held-files';
import classes from './imports.module.css';
import type { Import } from './queries';
import { useSendFile } from './use-send-file';

interface ImportForGoodProps {
  readonly found: Import;
  readonly held: HeldFile | undefined;
}

/** After a dry run: the same file again, and this time it counts. */
export function ImportForGood({ found, held }: ImportForGoodProps) {
  const { t } = useTranslation('imports');
  const send = useSendFile();
  const { created, changed, refused } = found.counts;
  const { atomic } = found;
  if (created + changed === 0 || (atomic && refused > 0))
    return (
      <Notice tone="info" icon="info" title={t(created + changed === 0 ? 'nothingToImport' : 'notAllGood')}>
        <Text size="sm">{t('nothingToImportHelp')}</Text>
      </Notice>
    );
  return (
    <div className={classes.steps}>
      <Text>{t('forGoodLead', { count: created + changed })}</Text>
      {refused > 0 && <Text size="sm">{t('refusedStay', { count: refused })}</Text>}
      {held ? (
        <Button
          style={{ justifySelf: 'start' }}
          leftSection={<Icon name="check" size={18} />}
          loading={send.isPending}
          onClick={() => send.mutate({ ...held, dryRun: false })}
        >
          {t('importForGood')}
        </Button>
      ) : (
        <>
          <Text size="sm">{t('notHeld')}</Text>
          <ChooseFile
            label={t('chooseForGood')}
            busy={send.isPending}
            onFile={(file) => send.mutate({ file, mapping: {}, atomic, dryRun: false })}
          />
        </>
      )}
      <ProblemNotice error={send.error} />
    </div>
  );
}
