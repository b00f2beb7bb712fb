import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isAbsent } from '../../api/problem';
import { useSession } from '../../api/session';
import { CertificationLines } from '../../ui/certification-lines';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { CourseCard } from './course-card';
import { NextSession } from './next-session';
import { myCertificationsQuery, myTrainingQuery } from './queries';
import { sortTraining } from './sort-training';

/** A trainee's first screen: what is next, how far along, what needs care, what expires. */
export default function MyTrainingPage() {
  const { t } = useTranslation('training');
  const session = useSession();
  const personId = session.kind === 'signed-in' ? session.me.personId : null;
  const training = useQuery(myTrainingQuery);
  return (
    <Page title={t('title')}>
      {personId === null ? (
        <EmptyState icon="person" title={t('noPerson')}>
          {t('noPersonHelp')}
        </EmptyState>
      ) : (
        <>
          {isAbsent(training.error) ? (
            <EmptyState icon="book" title={t('notYet')}>
              {t('notYetHelp')}
            </EmptyState>
          ) : (
            <Loaded query={training} skeleton={<Lines count={2} height={140} />}>
              {({ items }) => <Training items={items} />}
            </Loaded>
          )}
          <Held personId={personId} />
        </>
      )}
    </Page>
  );
}

function Training({ items }: { readonly items: Parameters<typeof sortTraining>[0] }) {
  const { t } = useTranslation('training');
  const { current, waiting, past, next } = sortTraining(items);
  if (items.length === 0)
    return (
      <EmptyState icon="book" title={t('noTraining')}>
        {t('noTrainingHelp')}
      </EmptyState>
    );
  return (
    <>
      <NextSession training={next} />
      {(
        [
          ['current', current],
          ['waiting', waiting],
          ['past', past],
        ] as const
      ).map(
        ([group, trainings]) =>
          trainings.length > 0 && (
            <Section key={group} title={t(`group.${group}`)}>
              {trainings.map((training) => (
                <CourseCard key={training.enrolmentId} training={training} />
              ))}
            </Section>
          ),
      )}
    </>
  );
}

function Held({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('training');
  const certifications = useQuery(myCertificationsQuery(personId));
  return (
    <Section title={t('expiries')}>
      <Loaded query={certifications}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('noCertification')}</Text>
          ) : (
            <CertificationLines certifications={soonestFirst(items)} />
          )
        }
      </Loaded>
    </Section>
  );
}

function soonestFirst<T extends { readonly expiresOn: string | null }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.expiresOn ?? '9999').localeCompare(b.expiresOn ?? '9999'));
}
