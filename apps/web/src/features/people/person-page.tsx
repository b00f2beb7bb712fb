import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/organisation';
import { useSession } from '../../api/session';
import { hasRole } from '../../app/navigation';
import { localized, useFormat } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { CertificationLines } from '../../ui/certification-lines';
import { Facts } from '../../ui/facts';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState } from '../../ui/notice';
import { Page, Section } from '../../ui/page';
import { otherNames, personName } from '../../ui/person-name';
import { PersonStatus } from './people-page';
import { Postings } from './postings';
import { certificationsOfQuery, personQuery, type Person } from './queries';
import { rankName } from './ranks';

const EditPerson = lazy(() => import('./edit-person'));
const route = getRouteApi('/people/$personId');

export default function PersonPage() {
  const { t } = useTranslation('people');
  const { personId } = route.useParams();
  const person = useQuery(personQuery(personId));
  return person.data ? (
    <Known person={person.data} />
  ) : (
    <Page title={t('person')} above={<ToPeople />}>
      <Loaded query={person} skeleton={<Lines count={3} height={120} />}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function ToPeople() {
  const { t } = useTranslation('people');
  return <BackLink to="/people">{t('title')}</BackLink>;
}

function Known({ person }: { readonly person: Person }) {
  const { t } = useTranslation('people');
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const session = useSession();
  const mayEdit = session.kind === 'signed-in' && hasRole(session.me, 'administrator');
  const mayAudit = session.kind === 'signed-in' && hasRole(session.me, 'administrator', 'auditor');
  const setEdit = (open: boolean) => void navigate({ search: { edit: open || undefined }, replace: !open });
  return (
    <Page
      title={personName(person)}
      above={<ToPeople />}
      lead={otherNames(person).map(({ lang, name }, i) => (
        <span key={lang}>
          {i > 0 && ' · '}
          <bdi lang={lang}>{name}</bdi>
        </span>
      ))}
      actions={
        <>
          {mayAudit && (
            <Link to="/audit" search={{ personId: person.id }}>
              {t('audit')}
            </Link>
          )}
          {mayEdit && <Button onClick={() => setEdit(true)}>{t('edit')}</Button>}
        </>
      }
    >
      <About person={person} />
      <Held personId={person.id} />
      <Section title={t('postings')}>
        <Postings postings={person.postings} />
      </Section>
      {mayEdit && edit && (
        <Suspense fallback={null}>
          <EditPerson person={person} onClose={() => setEdit(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function About({ person }: { readonly person: Person }) {
  const { t } = useTranslation('people');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const { data: units = [] } = useQuery(unitsQuery);
  const unit = units.find(({ id }) => id === person.unitId);
  const party = (['pk', 'cn', 'joint'] as const).find((one) => one === person.party);
  return (
    <Section title={t('about')}>
      <Facts
        facts={[
          { name: t('serviceNumber'), value: <bdi dir="ltr">{person.serviceNumber}</bdi> },
          { name: t('rank'), value: rankName(person.rank) },
          { name: t('force'), value: person.force && <bdi dir="ltr">{person.force}</bdi> },
          { name: t('unit'), value: unit ? localized(unit.name) : <bdi dir="ltr">{person.unitCode}</bdi> },
          { name: t('status'), value: <PersonStatus status={person.status} t={t} /> },
          { name: t('party'), value: party && shared(`party.${party}`) },
          { name: t('dateOfBirth'), value: person.dateOfBirth && format.day(person.dateOfBirth) },
          { name: t('joinedOn'), value: person.joinedOn && format.day(person.joinedOn) },
          { name: t('nationalId'), value: person.nationalId && <bdi dir="ltr">{person.nationalId}</bdi> },
        ]}
      />
    </Section>
  );
}

function Held({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('people');
  const certifications = useQuery(certificationsOfQuery(personId));
  return (
    <Section
      title={t('certifications')}
      actions={
        <Text size="sm" c="dimmed">
          {t('asOfToday')}
        </Text>
      }
    >
      <Loaded query={certifications}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="shield" title={t('noCertification')}>
              {t('noCertificationHelp')}
            </EmptyState>
          ) : (
            <CertificationLines certifications={items} link />
          )
        }
      </Loaded>
    </Section>
  );
}
