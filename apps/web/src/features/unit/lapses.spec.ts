import { describe, expect, it } from '@jest/globals';
import type { Listed } from '../../api/client';
import { lapsesOf, weeksAhead } from './lapses';

type Certification = Listed<'/api/v1/certifications'>;

const TODAY = '2026-11-25';

const certification = (expiresOn: string | null, standing: Certification['standing'] = 'current'): Certification => ({
  ...{ id: `${expiresOn} ${standing}`, personId: 'p', serviceNumber: 'DEMO-1', unitId: 'u', schemeId: 's' },
  ...{ nameEn: 'Zainab Mirza', nameUr: null, nameZh: null, schemeCode: 'SITE-GUARD-1', status: standing, standing },
  ...{ expiresOn, renewalOpensOn: null, graceEndsOn: null, barredUntil: null, pendingEventId: null },
});

describe('what lapses', () => {
  it('is told by how far off its last valid day is, the earliest first', () => {
    const lapses = lapsesOf(
      [
        certification('2027-02-23'),
        certification('2026-12-26'),
        certification('2026-12-25', 'renewal_due'),
        certification('2026-11-25'),
        certification('2027-01-24'),
        certification('2027-01-25'),
        certification('2026-11-20', 'in_grace'),
        certification('2025-11-20', 'lapsed'),
      ],
      TODAY,
    );
    expect(lapses.map(({ expiresOn, span }) => `${expiresOn} ${span}`)).toEqual([
      '2025-11-20 lapsed',
      '2026-11-20 grace',
      '2026-11-25 in30',
      '2026-12-25 in30',
      '2026-12-26 in60',
      '2027-01-24 in60',
      '2027-01-25 in90',
      '2027-02-23 in90',
    ]);
  });

  it('leaves out what time does not end, and what is further off', () => {
    const others = [
      certification('2026-12-01', 'revoked'),
      certification('2026-12-01', 'suspended'),
      certification(null),
      certification('2027-02-24'),
    ];
    expect(lapsesOf(others, TODAY)).toEqual([]);
  });

  it('falls into thirteen weeks, each day into one', () => {
    const ends = ['2026-11-25', '2026-12-01', '2026-12-02', '2027-02-23', '2026-11-20'];
    const lapses = lapsesOf(
      ends.map((day) => certification(day, day < TODAY ? 'in_grace' : 'current')),
      TODAY,
    );
    const weeks = weeksAhead(lapses, TODAY);
    expect(weeks.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect([weeks[0].from, weeks[0].until, weeks[12].until]).toEqual(['2026-11-25', '2026-12-01', '2027-02-23']);
  });
});
