import { addDays, civilDate, type CivilDate } from '@jssu/kernel';
import { quotaProblems, quotasMayChange, quotaUnitOf } from './quota.js';

const today = civilDate('2026-03-10');
const later = addDays(today, 1);
const quota = (unitId: string, seats: number, releaseOn: CivilDate | null) => ({ unitId, seats, releaseOn });

describe('quotas', () => {
  it('are checked as a whole, with every problem', () => {
    const offering = { capacity: 5, startsOn: later, openUnitIds: new Set(['u', 'v', 'w']) };
    expect(quotaProblems([quota('u', 2, later), quota('v', 3, today)], offering)).toEqual([]);
    expect(
      quotaProblems(
        [quota('u', 4, addDays(later, 1)), quota('u', 1.5, later), quota('v', -1, null), quota('w', 2, later)],
        offering,
      ),
    ).toEqual([
      { code: 'release-after-start', unitId: 'u' },
      { code: 'repeated-unit', unitId: 'u' },
      { code: 'seats', unitId: 'u' },
      { code: 'seats', unitId: 'v' },
      { code: 'release-after-start', unitId: 'v' },
      { code: 'more-than-capacity', unitId: null },
    ]);
    expect(quotaProblems([quota('elsewhere', 1, later)], offering)).toEqual([
      { code: 'unit-not-open', unitId: 'elsewhere' },
    ]);
  });
  it('change until the offering begins', () => {
    expect(['draft', 'published', 'confirmed', 'postponed'].filter((state) => !quotasMayChange(state))).toEqual([]);
    expect(['in_progress', 'delivered', 'ratified', 'cancelled'].filter(quotasMayChange)).toEqual([]);
  });
  it('belong to the nearest unit upward that has one', () => {
    const quotas = [quota('division', 3, today), quota('company', 1, today)];
    expect(quotaUnitOf(['platoon', 'company', 'division'], quotas)).toBe('company');
    expect(quotaUnitOf(['platoon', 'other'], quotas)).toBe('platoon');
  });
});
