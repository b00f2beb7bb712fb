import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { localized, today } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { Icon } from '../../ui/icon';
import { Lines, Loaded } from '../../ui/loaded';
import { Page, Section } from '../../ui/page';
import { ConfirmSeats } from './confirm-seats';
import { People } from './people';
import { offeringQuery, rosterQuery, seatsQuery, type Enrolment, type Offering } from './queries';
import { Quotas } from './quotas';
import { mayManageSeats, mayNominate } from './rights';
import { SeatsBar } from './seats-bar';

const EditQuotas = lazy(() => import('./edit-quotas'));
const EnrolmentDialog = lazy(() => import('./enrolment-dialog'));
const WalkOn = lazy(() => import('./walk-on'));
const route = getRouteApi('/offerings/$offeringId/roster');

/** Who is on an offering, how its seats are shared out, and every step of a person between the two. */
export default function RosterPage() {
  const { t } = useTranslation('enrolment');
  const { offeringId } = route.useParams();
  const offering = useQuery(offeringQuery(offeringId));
  return (
    <Page
      title={t('roster')}
      lead={
        offering.data && (
          <>
            {localized(offering.data.courseTitle)} · <bdi dir="ltr">{offering.data.code}</bdi>
          </>
        )
      }
      above={
        <BackLink to="/offerings/$offeringId" params={{ offeringId }}>
          {t('offering')}
        </BackLink>
      }
      actions={offering.data && <Steps offering={offering.data} />}
    >
      <Loaded query={offering} skeleton={<Lines count={3} height={140} />}>
        {(found) => <Parts offering={found} />}
      </Loaded>
    </Page>
  );
}

/** What can be done for the offering as a whole today. */
function Steps({ offering }: { readonly offering: Offering }) {
  const { t } = useTranslation('enrolment');
  const { id, state, startsOn } = offering;
  const firstDay = ['confirmed', 'in_progress'].includes(state) && startsOn === today();
  return (
    <>
      {mayManageSeats() && firstDay && (
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/offerings/$offeringId/roster"
              params={{ offeringId: id }}
              search={{ open: 'walk-on' }}
              {...props}
            />
          )}
        >
          {t('walkOn')}
        </Button>
      )}
      {mayManageSeats() && state === 'nominations_closed' && <ConfirmSeats offeringId={id} />}
      {mayNominate() && isOpen(offering) && (
        <Button
          leftSection={<Icon name="people" size={16} />}
          renderRoot={(props) => <Link to="/offerings/$offeringId/nominate" params={{ offeringId: id }} {...props} />}
        >
          {t('nominate')}
        </Button>
      )}
    </>
  );
}

/** Whether people are still nominated. */
function isOpen({ state, nominationsCloseOn }: Offering): boolean {
  return state === 'published' && (nominationsCloseOn === null || nominationsCloseOn >= today());
}

function Parts({ offering }: { readonly offering: Offering }) {
  const { t } = useTranslation('enrolment');
  const seats = useQuery(seatsQuery(offering.id));
  const roster = useQuery(rosterQuery(offering.id));
  return (
    <>
      <Section title={t('seats')}>
        <Loaded query={seats} skeleton={<Lines count={1} height={96} />}>
          {(found) => <SeatsBar seats={found} roster={roster.data} />}
        </Loaded>
      </Section>
      {seats.data && <Quotas offering={offering} quotas={seats.data.quotas} />}
      <Loaded query={roster} skeleton={<Lines count={8} />}>
        {(enrolments) => <People enrolments={enrolments} open={isOpen(offering)} />}
      </Loaded>
      {roster.data && <Dialogs offering={offering} roster={roster.data} />}
    </>
  );
}

function Dialogs({ offering, roster }: { readonly offering: Offering; readonly roster: readonly Enrolment[] }) {
  const { open, enrolment, step } = route.useSearch();
  const navigate = route.useNavigate();
  const seats = useQuery(seatsQuery(offering.id));
  const close = () =>
    void navigate({
      search: (now) => ({ ...now, open: undefined, enrolment: undefined, step: undefined }),
      replace: true,
    });
  const chosen = roster.find(({ id }) => id === enrolment);
  return (
    <Suspense fallback={null}>
      {open === 'quotas' && mayManageSeats() && seats.data && (
        <EditQuotas offering={offering} seats={seats.data} onClose={close} />
      )}
      {open === 'walk-on' && mayManageSeats() && <WalkOn offering={offering} onClose={close} />}
      {chosen && (
        <EnrolmentDialog
          enrolment={chosen}
          offering={offering}
          step={step}
          onStep={(next) => void navigate({ search: (now) => ({ ...now, step: next }), replace: true })}
          onClose={close}
        />
      )}
    </Suspense>
  );
}
