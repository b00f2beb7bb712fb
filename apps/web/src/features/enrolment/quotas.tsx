import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/organisation';
import { localized, useFormat } from '../../i18n/format';
import { EmptyState } from '../../ui/notice';
import { Section } from '../../ui/page';
import classes from './enrolment.module.css';
import type { Offering, Seats } from './queries';
import { mayManageSeats } from './rights';

const route = getRouteApi('/offerings/$offeringId/roster');
/** From then on the API refuses it. */
const CHANGEABLE = ['draft', 'planned', 'published', 'nominations_closed', 'confirmed', 'postponed'];

interface QuotasProps {
  readonly offering: Offering;
  readonly quotas: Seats['quotas'];
}

/** The seats set aside for units, how many of them are used, and until when. */
export function Quotas({ offering, quotas }: QuotasProps) {
  const { t } = useTranslation('enrolment');
  const search = route.useSearch();
  const editable = mayManageSeats() && CHANGEABLE.includes(offering.state);
  return (
    <Section
      title={t('quotas')}
      actions={
        editable && (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link
                to="/offerings/$offeringId/roster"
                params={{ offeringId: offering.id }}
                search={{ ...search, open: 'quotas' }}
                {...props}
              />
            )}
          >
            {t('editQuotas')}
          </Button>
        )
      }
    >
      {quotas.length === 0 ? (
        <EmptyState icon="people" title={t('noQuota')}>
          {t('noQuotaHelp')}
        </EmptyState>
      ) : (
        <ul className={classes.quotas}>
          {quotas.map((quota) => (
            <QuotaLine key={quota.unitId} quota={quota} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function QuotaLine({ quota: { unitId, unitCode, seats, used, releaseOn, withheld } }: { quota: Seats['quotas'][0] }) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const { data: units = [] } = useQuery(unitsQuery);
  const unit = units.find(({ id }) => id === unitId);
  return (
    <li className={classes.quota}>
      <Text fw={600}>{unit ? localized(unit.name) : <bdi dir="ltr">{unitCode}</bdi>}</Text>
      <div className={classes.track} aria-hidden>
        <div data-part="taken" style={{ flexGrow: used }} />
        <div data-part={withheld ? 'withheld' : 'free'} style={{ flexGrow: Math.max(0, seats - used) }} />
      </div>
      <Text size="sm">
        {t('usedOf', { used: format.number(used), seats: format.number(seats) })}
        <Text span size="sm" c="dimmed">
          {' · '}
          {t(withheld ? 'releasedOn' : 'releasedSince', { day: format.day(releaseOn) })}
        </Text>
      </Text>
    </li>
  );
}
