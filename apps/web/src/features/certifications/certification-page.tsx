import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { schemesQuery } from '../../api/schemes';
import { useSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { localized, today, useFormat } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { DayInput } from '../../ui/day-input';
import { Facts } from '../../ui/facts';
import { Lines, Loaded } from '../../ui/loaded';
import { personName } from '../../ui/person-name';
import { Page, Section } from '../../ui/page';
import { StatusBadge, toneOf } from '../../ui/status-badge';
import classes from './certification.module.css';
import { Events } from './events';
import { certificationQuery, type Certification } from './queries';
import { ValidityBar } from './validity-bar';

const route = getRouteApi('/certifications/$certificationId');

export default function CertificationPage() {
  const { t } = useTranslation('certifications');
  const { certificationId } = route.useParams();
  const { validAt } = route.useSearch();
  const navigate = route.useNavigate();
  const certification = useQuery({
    ...certificationQuery(certificationId, validAt),
    placeholderData: (before) => before,
  });
  const session = useSession();
  const mayAudit = session.kind === 'signed-in' && hasRole(session.me, 'administrator', 'auditor');
  const { data: schemes = [] } = useQuery(schemesQuery);
  const { data } = certification;
  const scheme = schemes.find(({ id }) => id === data?.schemeId);
  return (
    <Page
      above={<BackLink to="/certifications">{t('title')}</BackLink>}
      title={data ? (scheme ? localized(scheme.title) : data.schemeCode) : t('certification')}
      lead={
        data && (
          <>
            <Link to="/people/$personId" params={{ personId: data.personId }} className={classes.person}>
              <bdi>{personName(data)}</bdi>
            </Link>{' '}
            <bdi dir="ltr">{data.serviceNumber}</bdi>
          </>
        )
      }
      actions={
        <>
          {mayAudit && (
            <Link to="/audit" search={{ entity: 'certification', entityId: certificationId }}>
              {t('audit')}
            </Link>
          )}
          <DayInput
            label={t('day')}
            value={validAt}
            onChange={(day) => void navigate({ search: { validAt: day }, replace: true })}
          />
        </>
      }
    >
      <Loaded query={certification} skeleton={<Lines count={2} height={180} />}>
        {(found) => (
          <>
            <Standing certification={found} />
            <Section title={t('events')}>
              <Events certification={found} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What the status is on the day, and why. */
function Standing({ certification }: { readonly certification: Certification }) {
  const { t } = useTranslation('certifications');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const { status, standing, expiresOn, renewalOpensOn, graceEndsOn, barredUntil, validAt } = certification;
  const day = (date: string | null) => date && format.day(date);
  return (
    <Section title={validAt === today() ? t('statusToday') : t('statusOn', { day: format.day(validAt) })}>
      <div className={classes.standing} data-tone={toneOf(status)}>
        <StatusBadge status={status} />
        <Text>
          {t(`why.${status}`, {
            expires: day(expiresOn) ?? '',
            grace: day(graceEndsOn) ?? '',
            context: expiresOn ? undefined : 'open',
          })}
          {status === 'pending_decision' && ` ${t('meanwhile', { status: shared(`status.${standing}`) })}`}
        </Text>
      </div>
      <ValidityBar certification={certification} />
      <Facts
        facts={[
          { name: t('renewalOpens'), value: day(renewalOpensOn) },
          { name: t('lastValidDay'), value: day(expiresOn) },
          { name: t('graceEnds'), value: day(graceEndsOn) },
          { name: t('barredUntil'), value: status === 'revoked' ? (day(barredUntil) ?? t('forGood')) : null },
        ]}
      />
    </Section>
  );
}
