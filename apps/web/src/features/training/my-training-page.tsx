import { Text } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../api/client';
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
  const certifications = useQuery(myCertificationsQuery(personId));
  if (personId === null) {
    return (
      <Page title={t('title')}>
        <EmptyState icon="person" title={t('noPerson')}>
          {t('noPersonHelp')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('title')}>
      {isAbsent(training.error) ? (
        <EmptyState icon="book" title={t('notYet')}>
          {t('notYetHelp')}
        </EmptyState>
      ) : (
        <Loaded query={training} skeleton={<Lines count={3} height={180} />}>
          {({ items }) => <Training items={items} />}
        </Loaded>
      )}
      {/* After what stands above it: nothing that is being read is pushed down. */}
      {!training.isPending && <Held certifications={certifications} />}
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

function Held({ certifications }: { readonly certifications: UseQueryResult<Answered<'/api/v1/certifications'>> }) {
  const { t } = useTranslation('training');
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
