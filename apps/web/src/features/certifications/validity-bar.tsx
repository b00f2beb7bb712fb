import { useTranslation } from 'react-i18next';
import { daysBetween, useFormat } from '../../i18n/format';
import classes from './certification.module.css';
import type { Certification } from './queries';

/**
 * The present period drawn to scale: valid, renewal open, grace, and where the day asked about lies. What it shows is
 * also written beside it in words.
 */
export function ValidityBar({ certification }: { readonly certification: Certification }) {
  const { t } = useTranslation('certifications');
  const format = useFormat();
  const { expiresOn, renewalOpensOn, graceEndsOn, validAt } = certification;
  const since = heldSince(certification);
  if (!since || !expiresOn) return null;
  // Granted late, for what was completed long before: then the renewal is open from the beginning.
  const opens = [renewalOpensOn ?? expiresOn, since].sort()[1];
  const end = graceEndsOn ?? expiresOn;
  const length = Math.max(1, daysBetween(since, end));
  const at = Math.min(1, Math.max(0, daysBetween(since, validAt) / length));
  const parts = [
    { name: 'valid', days: daysBetween(since, opens) },
    { name: 'renewal', days: daysBetween(opens, expiresOn) },
    { name: 'grace', days: daysBetween(expiresOn, end) },
  ] as const;
  return (
    <figure className={classes.bar}>
      <div className={classes.track} aria-hidden>
        {parts.map(({ name, days }) => (
          <div key={name} data-part={name} style={{ flexGrow: Math.max(0, days) }} />
        ))}
        <div className={classes.mark} style={{ insetInlineStart: `${at * 100}%` }} />
      </div>
      <figcaption className={classes.legend}>
        <span>{format.day(since)}</span>
        {parts
          .filter(({ days }) => days > 0)
          .map(({ name }) => (
            <span key={name} className={classes.key}>
              <i data-part={name} aria-hidden />
              {t(`part.${name}`)}
            </span>
          ))}
        <span>{format.day(end)}</span>
      </figcaption>
    </figure>
  );
}

/** When the present period began: the last grant or renewal that counts. */
function heldSince({ events, explanation }: Certification): string | undefined {
  const counts = new Set(explanation.filter(({ effect }) => effect === 'applied').map(({ eventId }) => eventId));
  return events
    .filter(({ id, type }) => counts.has(id) && (type === 'granted' || type === 'renewed'))
    .flatMap(({ effectiveOn }) => effectiveOn ?? [])
    .sort()
    .at(-1);
}
