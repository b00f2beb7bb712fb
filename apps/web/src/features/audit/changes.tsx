import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/organisation';
import { localized, useFormat } from '../../i18n/format';
import classes from './audit.module.css';
import { isLocalized, type FieldChange } from './difference';
import { useWords } from './words';

interface ChangesProps {
  readonly changes: readonly FieldChange[];
  readonly label: string;
}

/** Field by field: what it was, and what it became. */
export function Changes({ changes, label }: ChangesProps) {
  const { t } = useTranslation('audit');
  const { fieldOf } = useWords();
  return (
    <ul className={classes.changes} aria-label={label}>
      {changes.map(({ path, kind, before, after }) => (
        <li key={path} className={classes.change}>
          <span className={classes.side} title={path}>
            {fieldOf(path)}
          </span>
          {(kind === 'changed' || kind === 'removed') && (
            <Side className={classes.was} told={t('was')}>
              <del>
                <Value path={path} value={before} />
              </del>
            </Side>
          )}
          {kind === 'removed' ? null : (
            <Side
              className={kind === 'stated' ? undefined : classes.now}
              told={kind === 'changed' ? t('became') : undefined}
            >
              <Value path={path} value={after === undefined ? before : after} />
            </Side>
          )}
        </li>
      ))}
    </ul>
  );
}

interface SideProps {
  readonly className: string | undefined;
  readonly told?: string;
  readonly children: React.ReactNode;
}

function Side({ className, told, children }: SideProps) {
  return (
    <span className={`${classes.value} ${className ?? ''}`}>
      {told && <VisuallyHidden>{told} </VisuallyHidden>}
      {children}
    </span>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/;

const ROLES = ['trainee', 'trainer', 'commander', 'administrator', 'auditor'] as const;
const PARTIES = ['pk', 'cn', 'joint'] as const;

function Value({ path, value }: { readonly path: string; readonly value: unknown }) {
  const { t } = useTranslation('audit');
  const { t: shared } = useTranslation('app');
  const format = useFormat();
  const { data: units = [] } = useQuery(unitsQuery);
  const role = path === 'role' && ROLES.find((one) => one === value);
  const party = path === 'party' && PARTIES.find((one) => one === value);
  if (role) return shared(`role.${role}`);
  if (party) return shared(`party.${party}`);
  if (value === null || value === undefined || value === '') return t('empty');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return <bdi>{value}</bdi>;
  if (isLocalized(value)) return <bdi>{localized(value)}</bdi>;
  if (typeof value === 'string') {
    if (DAY.test(value)) return format.day(value);
    if (INSTANT.test(value)) return format.moment(value);
    const unit = units.find(({ id }) => id === value);
    return <bdi>{unit ? localized(unit.name) : value}</bdi>;
  }
  return <pre dir="ltr">{JSON.stringify(value, null, 1)}</pre>;
}
