import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { Lines, Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { personName } from '../../ui/person-name';
import { CertificationBatch } from './certification-batch';
import { CorrectOutcome } from './correct-outcome';
import { JudgedList } from './judged-list';
import { outcomesQuery, type Ratification, type TraineeProgress } from './queries';
import classes from './ratification.module.css';
import { isAdministrator } from './rights';

const route = getRouteApi('/offerings/$offeringId/ratification');

/** What was done: who ratified, what became of each person, and which certificates followed. */
export function RatificationRecord({ ratification }: { readonly ratification: Ratification }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const { offeringId, ratified } = ratification;
  const outcomes = useQuery(outcomesQuery(offeringId));
  const { correct } = route.useSearch();
  const navigate = route.useNavigate();
  const ask = (enrolmentId: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, correct: enrolmentId }), replace: true });
  return (
    <>
      {ratified && (
        <div className={classes.done}>
          <Notice
            tone="good"
            icon="ribbon"
            role="status"
            title={t('ratifiedOn', { moment: format.moment(ratified.at) })}
          >
            {ratified.by && (
              <>
                {t('ratifiedBy')} <bdi>{personName(ratified.by)}</bdi>
              </>
            )}
          </Notice>
        </div>
      )}
      <CertificationBatch offeringId={offeringId} />
      <Section title={t('outcomes')}>
        <Loaded query={outcomes} skeleton={<Lines count={6} />}>
          {(people) => {
            const judged = people.flatMap(withResult);
            const asked = judged.find(({ enrolmentId }) => enrolmentId === correct);
            return (
              <>
                <JudgedList
                  people={judged}
                  actions={
                    isAdministrator()
                      ? (person) => (
                          <Button
                            size="xs"
                            variant="default"
                            onClick={() => ask(person.enrolmentId)}
                            aria-label={t('correctOutcomeOf', { name: personName(person) })}
                          >
                            {t('correctOutcome')}
                          </Button>
                        )
                      : undefined
                  }
                />
                {asked && isAdministrator() && <CorrectOutcome person={asked} onClose={() => ask(undefined)} />}
              </>
            );
          }}
        </Loaded>
      </Section>
    </>
  );
}

/** Those who left before they were judged have no result. */
function withResult({ result, ...person }: TraineeProgress) {
  return result ? [{ ...person, ...result, resultId: result.id }] : [];
}
