import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { schemesQuery } from '../../api/schemes';
import { localized, today, useFormat } from '../../i18n/format';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { ConfirmRatification } from './confirm-ratification';
import { JudgedList } from './judged-list';
import { Obstacles } from './obstacles';
import type { Ratification } from './queries';
import classes from './ratification.module.css';
import { mayWrite } from './rights';
import { schemesAsking } from './schemes-asking';

const route = getRouteApi('/offerings/$offeringId/ratification');

interface RatificationPreviewProps {
  readonly ratification: Ratification;
  /** Once the offering is known. */
  readonly courseCode: string | undefined;
}

export function RatificationPreview({ ratification, courseCode }: RatificationPreviewProps) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const { confirm } = route.useSearch();
  const navigate = route.useNavigate();
  const { state, obstacles, people, completedOn } = ratification;
  const running = state === 'in_progress' || state === 'delivered';
  const blocked = obstacles.some(({ code }) => code !== 'results-missing');
  const mayRatify = running && !blocked && mayWrite();
  const ask = (open: boolean) =>
    void navigate({ search: (now) => ({ ...now, confirm: open || undefined }), replace: true });
  return (
    <>
      <Section title={t('inTheWay')}>
        {!running && <Notice tone="info" icon="info" title={t('notRunning')} />}
        {running && obstacles.length === 0 && <Notice tone="good" icon="check" title={t('nothingInTheWay')} />}
        {running && <Obstacles ratification={ratification} />}
        {mayWrite() && running && (
          <div style={{ marginTop: 'var(--mantine-spacing-md)' }}>
            <Button
              leftSection={<Icon name="ribbon" size={16} />}
              disabled={blocked}
              onClick={() => ask(true)}
              aria-describedby="ratify-help"
            >
              {t('ratify')}
            </Button>
            <Text id="ratify-help" size="sm" c="dimmed" mt="xs">
              {t(blocked ? 'ratifyBlocked' : 'ratifyHelp')}
            </Text>
          </div>
        )}
        {!mayWrite() && running && (
          <Text size="sm" c="dimmed" mt="sm">
            {t('ratifyByOthers')}
          </Text>
        )}
      </Section>
      <Section title={t('wouldBeWritten')}>
        {completedOn && (
          <Text size="sm" c="dimmed">
            {t('completedOn', { day: format.day(completedOn) })}
          </Text>
        )}
        <JudgedList people={people} />
      </Section>
      <FollowingCertificates
        courseCode={courseCode}
        passed={people.filter(({ outcome }) => outcome === 'passed').length}
      />
      {confirm && mayRatify && <ConfirmRatification ratification={ratification} onClose={() => ask(false)} />}
    </>
  );
}

interface FollowingCertificatesProps {
  readonly courseCode: string | undefined;
  readonly passed: number;
}

function FollowingCertificates({ courseCode, passed }: FollowingCertificatesProps) {
  const { t } = useTranslation('results');
  const { data: schemes } = useQuery(schemesQuery);
  if (!schemes || courseCode === undefined) return null;
  const asking = schemesAsking(schemes, courseCode, today());
  return (
    <Section title={t('following')}>
      {asking.length === 0 ? (
        <Text>{t('noSchemeAsks')}</Text>
      ) : (
        <>
          <Text>{t('schemesAsk', { count: passed })}</Text>
          <ul className={classes.schemes}>
            {asking.map(({ id, title, code }) => (
              <li key={id}>
                <Link to="/certifications" search={{ scheme: id }}>
                  {localized(title)}
                </Link>{' '}
                <Text span size="sm" c="dimmed">
                  <bdi dir="ltr">{code}</bdi>
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
