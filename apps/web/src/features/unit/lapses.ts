import type { Listed } from '../../api/client';
import { addDays, daysBetween } from '../../i18n/civil-date';

type Certification = Listed<'/api/v1/certifications'>;

/** Days looked ahead. */
export const AHEAD = 90;
const WEEK = 7;

export const SPANS = ['lapsed', 'grace', 'in30', 'in60', 'in90'] as const;
export type Span = (typeof SPANS)[number];

export interface Lapse {
  readonly certification: Certification;
  readonly expiresOn: string;
  readonly span: Span;
}

/** Those that time ends: what was suspended, revoked or given up is another matter. */
export function lapsesOf(certifications: readonly Certification[], on: string): Lapse[] {
  return certifications
    .flatMap((certification) => {
      const { expiresOn, standing } = certification;
      const span = expiresOn && spanOf(standing, daysBetween(on, expiresOn));
      return expiresOn && span ? { certification, expiresOn, span } : [];
    })
    .sort((a, b) => a.expiresOn.localeCompare(b.expiresOn));
}

function spanOf(standing: Certification['standing'], days: number): Span | undefined {
  if (standing === 'lapsed') return 'lapsed';
  if (standing === 'in_grace') return 'grace';
  if (!['current', 'renewal_due'].includes(standing) || days > AHEAD) return undefined;
  return days <= 30 ? 'in30' : days <= 60 ? 'in60' : 'in90';
}

export interface Week {
  readonly from: string;
  readonly until: string;
  readonly count: number;
}

/** How many certifications end in each week ahead, the present one first. */
export function weeksAhead(lapses: readonly Lapse[], on: string): Week[] {
  return Array.from({ length: Math.ceil((AHEAD + 1) / WEEK) }, (_, i) => {
    const from = addDays(on, i * WEEK);
    const until = addDays(from, WEEK - 1);
    const ends = ({ span, expiresOn }: Lapse) => span.startsWith('in') && expiresOn >= from && expiresOn <= until;
    return { from, until, count: lapses.filter(ends).length };
  });
}
