import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { offeringQuery } from '../../api/offerings';
import { localized } from '../../i18n/format';
import { BackLink } from '../../ui/back-link';
import { LinkButton } from '../../ui/link-button';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState } from '../../ui/notice';
import { Page } from '../../ui/page';
import { gridQuery } from './queries';
import { ResultsSheet } from './results-sheet';

const route = getRouteApi('/offerings/$offeringId/results');

export default function ResultsPage() {
  const { t } = useTranslation('results');
  const { offeringId } = route.useParams();
  const query = useQuery(gridQuery(offeringId));
  const { data: offering } = useQuery(offeringQuery(offeringId));
  return (
    <Page
      above={
        <BackLink to="/offerings/$offeringId" params={{ offeringId }}>
          {offering ? localized(offering.courseTitle) : t('offering')}
        </BackLink>
      }
      title={t('title')}
      lead={query.data && <bdi dir="ltr">{query.data.offeringCode}</bdi>}
      actions={
        <LinkButton variant="default" to="/offerings/$offeringId/ratification" params={{ offeringId }}>
          {t('ratification')}
        </LinkButton>
      }
    >
      <Loaded query={query} skeleton={<Lines count={8} />}>
        {(grid) => {
          if (grid.assessments.length === 0)
            return (
              <EmptyState icon="pen" title={t('noAssessment')}>
                {t('noAssessmentHelp')}
              </EmptyState>
            );
          if (grid.people.length === 0)
            return (
              <EmptyState icon="people" title={t('nobody')}>
                {t('nobodyHelp')}
              </EmptyState>
            );
          return <ResultsSheet grid={grid} lastDay={offering?.endsOn} />;
        }}
      </Loaded>
    </Page>
  );
}
