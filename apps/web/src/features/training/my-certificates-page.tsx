import { Button, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../../api/client';
import { isAbsent } from '../../api/problem';
import { localized, useFormat } from '../../i18n/format';
import { Icon } from '../../ui/icon';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState } from '../../ui/notice';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { saveFile } from '../../ui/save-file';
import { toast } from '../../ui/toast-store';
import { myCertificatesQuery, type Certificate } from './queries';
import classes from './training.module.css';

/** One's certificates: the paper, and the link with which anybody can verify it. */
export default function MyCertificatesPage() {
  const { t } = useTranslation('training');
  const certificates = useQuery(myCertificatesQuery);
  return (
    <Page title={t('certificates')} lead={t('certificatesLead')}>
      {isAbsent(certificates.error) ? (
        <EmptyState icon="ribbon" title={t('notYet')}>
          {t('notYetHelp')}
        </EmptyState>
      ) : (
        <Loaded query={certificates} skeleton={<Lines count={2} height={120} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon="ribbon" title={t('noCertificate')}>
                {t('noCertificateHelp')}
              </EmptyState>
            ) : (
              <ul className={classes.list}>
                {items.map((certificate) => (
                  <CertificateCard key={certificate.id} certificate={certificate} />
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

function CertificateCard({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation('training');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const { id, number, scheme, grantedOn, expiresOn, verificationCode } = certificate;
  const title = localized(scheme);
  const save = useMutation({
    mutationFn: async () => saveFile(await download(`/api/v1/certificates/${id}/pdf`), `${number}.pdf`),
  });
  const share = useMutation({
    mutationFn: async () => {
      const url = new URL(`/verify/${verificationCode}`, location.href).href;
      if (await offerSharing(url, title)) return;
      await navigator.clipboard.writeText(url);
      toast({ message: t('linkCopied') });
    },
  });
  return (
    <li className={classes.certificate}>
      <Text component="h2" size="md" fw={600} m={0}>
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {t('certificateNumber')} <bdi dir="ltr">{number}</bdi> · {t('grantedOn', { day: format.day(grantedOn) })}
      </Text>
      <Text size="sm">
        {expiresOn
          ? `${shared('validUntil', { day: format.day(expiresOn) })} · ${format.fromToday(expiresOn)}`
          : shared('neverExpires')}
      </Text>
      <div className={classes.buttons}>
        <Button
          leftSection={<Icon name="download" size={18} />}
          loading={save.isPending}
          onClick={() => save.mutate()}
          aria-label={`${t('pdf')}: ${title}`}
        >
          {t('pdf')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="share" size={18} />}
          onClick={() => share.mutate()}
          aria-label={`${t('share')}: ${title}`}
        >
          {t('share')}
        </Button>
      </div>
      <ProblemNotice error={save.error} />
      {share.isError && (
        <Text size="sm">
          <bdi dir="ltr">{new URL(`/verify/${verificationCode}`, location.href).href}</bdi>
        </Text>
      )}
    </li>
  );
}

/** @returns false where the device has no way of sharing, or nothing was chosen */
async function offerSharing(url: string, title: string): Promise<boolean> {
  if (!navigator.share) return false;
  return navigator.share({ url, title }).then(
    () => true,
    (error: Error) => error.name === 'AbortError',
  );
}
