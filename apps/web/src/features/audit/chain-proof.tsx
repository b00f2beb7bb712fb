import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import classes from './audit.module.css';
import { proveChain, type Verdict } from './queries';

/** Proves that nobody edited history, or names the first entry that does not hold. */
export function ChainProof() {
  const { t } = useTranslation('audit');
  const proof = useMutation({ mutationFn: proveChain });
  return (
    <div className={classes.proof}>
      <Section
        title={t('proof')}
        actions={
          <Button
            variant="default"
            leftSection={<Icon name="shield" size={18} />}
            loading={proof.isPending}
            onClick={() => proof.mutate()}
          >
            {t('prove')}
          </Button>
        }
      >
        <Text size="sm" c="dimmed" mb="sm">
          {t('proofLead')}
        </Text>
        <ProblemNotice error={proof.error} />
        {proof.data && <Told verdict={proof.data} />}
      </Section>
    </div>
  );
}

function Told({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { intact, verified, pending, orphans, broken, headHash } = verdict;
  return (
    <Notice
      role={intact ? 'status' : 'alert'}
      tone={intact ? 'good' : 'bad'}
      icon={intact ? 'check' : 'warning'}
      title={t(intact ? 'intact' : 'broken')}
    >
      <Text size="sm">{t('verified', { count: verified, shown: format.number(verified) })}</Text>
      {pending > 0 && <Text size="sm">{t('pending', { count: pending, shown: format.number(pending) })}</Text>}
      {orphans > 0 && <Text size="sm">{t('orphans', { count: orphans, shown: format.number(orphans) })}</Text>}
      {broken && (
        <Text size="sm">
          {t('brokenAt', { number: broken.number })} {t(`why.${broken.why}`)}{' '}
          {broken.entryId && (
            <Link to="/audit/$entryId" params={{ entryId: broken.entryId }}>
              {t('toBroken')}
            </Link>
          )}
        </Text>
      )}
      <Text size="sm">{t('headHash')}</Text>
      <Text size="xs" className={classes.code}>
        <bdi dir="ltr">{headHash}</bdi>
      </Text>
    </Notice>
  );
}
