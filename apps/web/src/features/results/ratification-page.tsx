import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { offeringQuery } from '../../api/offerings';
import { localized } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { LinkButton } from '../../ui/link-button';
import { Lines, Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { RatificationPreview } from './ratification-preview';
import { RatificationRecord } from './ratification-record';
import { ratificationQuery } from './queries';

const route = getRouteApi('/offerings/$offeringId/ratification');

/** Before: what ratifying would do. After: what was done. */
export default function RatificationPage() {
  const { t } = useTranslation('results');
  const { offeringId } = route.useParams();
  const query = useQuery(ratificationQuery(offeringId));
  const { data: offering } = useQuery(offeringQuery(offeringId));
  return (
    <Page
      above={
        <BackLink to="/offerings/$offeringId" params={{ offeringId }}>
          {offering ? localized(offering.courseTitle) : t('offering')}
        </BackLink>
      }
      title={t('ratification')}
      lead={offering && <bdi dir="ltr">{offering.code}</bdi>}
      actions={
        <LinkButton variant="default" to="/offerings/$offeringId/results" params={{ offeringId }}>
          {t('title')}
        </LinkButton>
      }
    >
      <Loaded query={query} skeleton={<Lines count={6} />}>
        {(ratification) =>
          ratification.state === 'ratified' ? (
            <RatificationRecord ratification={ratification} />
          ) : (
            <RatificationPreview ratification={ratification} courseCode={offering?.courseCode} />
          )
        }
      </Loaded>
    </Page>
  );
}
