import { useTranslation } from 'react-i18next';
import { localized, useFormat } from '../../i18n/format';
import { personName } from '../../ui/person-name';
import type { Sendable } from './cells';
import classes from './results.module.css';

/** Recorded scores that would be replaced: from what to what. */
export function ChangedScores({ changed }: { readonly changed: readonly Sendable[] }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  return (
    <ul className={classes.changes}>
      {changed.map(({ person, column, recorded, score }) => (
        <li key={`${person.enrolmentId} ${column.key}`}>
          <bdi>{personName(person)}</bdi> · {localized(column.assessment.title)}:{' '}
          {t('fromTo', { from: format.score(recorded?.score ?? 0), to: format.score(score) })}
        </li>
      ))}
    </ul>
  );
}
