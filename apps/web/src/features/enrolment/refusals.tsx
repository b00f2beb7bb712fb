import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import classes from './enrolment.module.css';
import type { Refusal } from './queries';

/** Why it was not done for one person: every reason, with what helps. */
export function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  return (
    <ul className={classes.refusals} data-tone="bad">
      {refusals.map((refusal) => (
        <li key={refusal.code}>
          <Text fw={600} size="sm">
            {refusal.title}
          </Text>
          <Particulars refusal={refusal} />
          <Text size="sm">{refusal.remedy}</Text>
        </li>
      ))}
    </ul>
  );
}

/** What is missing and what clashes, one by one; the detail only counts them. */
function Particulars({ refusal: { title, detail, missing = [], clashes = [] } }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  if (missing.length + clashes.length === 0) return detail === title ? null : <Text size="sm">{detail}</Text>;
  return (
    <Text size="sm" component="ul" m={0} ps="md">
      {missing.map(({ key, reason, validUntil }) => (
        <li key={key}>
          <bdi dir="ltr">{key.slice(key.indexOf(':') + 1)}</bdi>
          {' – '}
          {t(`missing.${reason}`, { day: validUntil ? format.day(validUntil) : '' })}
        </li>
      ))}
      {clashes.map(({ sessionId, with: { sessionId: other, during } }) => (
        <li key={sessionId + other}>
          {t('busyDuring', {
            day: format.weekday(format.dayOf(during.start)),
            from: format.time(during.start),
            until: format.time(during.end),
          })}
        </li>
      ))}
    </Text>
  );
}
