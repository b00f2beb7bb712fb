import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Listed } from '../api/client';
import { schemesQuery } from '../api/schemes';
import { localized, useFormat, type Format } from '../i18n/format';
import classes from './certification-lines.module.css';
import { StatusBadge } from './status-badge';

type Certification = Listed<'/api/v1/certifications'>;

interface CertificationLinesProps {
  readonly certifications: readonly Certification[];
  /** To the certification's own page, for those who may see it. */
  readonly link?: boolean;
}

/** The certifications of one person: what, how it stands, until when. */
export function CertificationLines({ certifications, link }: CertificationLinesProps) {
  const { data: schemes = [] } = useQuery(schemesQuery);
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.list}>
      {certifications.map((certification) => {
        const scheme = schemes.find(({ id }) => id === certification.schemeId);
        const title = scheme ? localized(scheme.title) : certification.schemeCode;
        return (
          <li key={certification.id} className={classes.line}>
            <div className={classes.words}>
              {link ? (
                <Link to="/certifications/$certificationId" params={{ certificationId: certification.id }}>
                  {title}
                </Link>
              ) : (
                <Text fw={600}>{title}</Text>
              )}
              <Text size="sm" c="dimmed">
                {validity(certification, t, format)}
              </Text>
            </div>
            <StatusBadge status={certification.status} />
          </li>
        );
      })}
    </ul>
  );
}

/** Until when, and how long that is from today. */
function validity({ expiresOn, status }: Certification, t: TFunction, format: Format): string {
  if (!expiresOn) return ['current', 'renewal_due', 'suspended'].includes(status) ? t('neverExpires') : '';
  return `${t('validUntil', { day: format.day(expiresOn) })} · ${format.fromToday(expiresOn)}`;
}
