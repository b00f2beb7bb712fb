import { LOCALES } from '@jssu/kernel';
import { refuseConflict, type Clash, type Resource } from './clash.js';
import { range } from './scheduling.fixtures.js';

const zone = 'Asia/Karachi';
const venue: Resource = {
  kind: 'venue',
  id: 'v',
  code: 'GWD-HALL-1',
  name: { en: 'Gwadar hall', ur: 'گوادر ہال', zh: '瓜达尔礼堂' },
};
const person: Resource = {
  kind: 'instructor',
  id: 'p',
  code: null,
  name: { en: 'Bilal Hussain', ur: 'بلال حسین', zh: '比拉勒' },
};
const radios: Resource = { kind: 'equipment', id: 'e', code: 'RADIO', name: { en: 'Radios', ur: 'ریڈیو', zh: '电台' } };
const other = { offeringId: 'o', offeringCode: 'GUARD-26-01', sessionNumber: 2, blockCode: 'SEARCH' };
const clash = (resource: Resource, seen: Clash['with'] = other): Clash => ({
  resource,
  booked: range(9 * 60, 11 * 60),
  with: seen,
});
const wanted = range(10 * 60, 12 * 60);
const none = { wanted, zone, clashes: [], shortages: [], nearestFree: undefined } as const;

describe('a refusal of a booking', () => {
  it('names what clashes, with whom, when, and the way out, in each language', () => {
    const refusal = refuseConflict({ ...none, clashes: [clash(venue)], nearestFree: range(11 * 60, 13 * 60) });
    expect(refusal.code).toBe('scheduling.clash');
    expect(LOCALES.map((locale) => refusal.describe(locale).detail)).toEqual([
      'Venue Gwadar hall (GWD-HALL-1) is booked 2026-12-07 09:00–11:00 for GUARD-26-01, session 2 (SEARCH).',
      'مقام گوادر ہال (GWD-HALL-1): 2026-12-07 09:00–11:00 کو GUARD-26-01 کی نشست 2 (SEARCH) کے لیے بُک ہے۔',
      '场地 瓜达尔礼堂 (GWD-HALL-1)：2026-12-07 09:00–11:00 已用于班次 GUARD-26-01 第 2 课时（SEARCH）。',
    ]);
    for (const locale of LOCALES) expect(refusal.describe(locale).remedy).toContain('2026-12-07 11:00–13:00');
    expect(refusal.extra).toMatchObject({
      wanted: { start: '2026-12-07T10:00:00+05:00', end: '2026-12-07T12:00:00+05:00' },
      clashes: [
        {
          kind: 'venue',
          resourceId: 'v',
          code: 'GWD-HALL-1',
          booked: { start: '2026-12-07T09:00:00+05:00', end: '2026-12-07T11:00:00+05:00' },
          with: other,
        },
      ],
      nearestFree: { start: '2026-12-07T11:00:00+05:00', end: '2026-12-07T13:00:00+05:00' },
    });
  });

  it('says of an offering that may not be seen only that it takes the time', () => {
    const refusal = refuseConflict({ ...none, clashes: [clash(person, null)] });
    expect(refusal.describe('en').detail).toBe('Instructor Bilal Hussain is booked 2026-12-07 09:00–11:00.');
    expect(JSON.stringify(refusal)).not.toContain('GUARD-26-01');
    expect(refusal.extra['nearestFree']).toBeNull();
  });

  it('tells three reasons in the sentence and counts the rest; the list has all', () => {
    const refusal = refuseConflict({
      ...none,
      clashes: [venue, person, venue, person, venue].map((one) => clash(one)),
    });
    expect(refusal.describe('en').detail).toMatch(/2 more\.$/);
    expect(refusal.extra['clashes']).toHaveLength(5);
  });

  it('is about equipment when a pool alone is short, and has its numbers beside clashes otherwise', () => {
    const shortages = [{ resource: radios, wanted: 6, free: 4, quantity: 10 }];
    const short = refuseConflict({ ...none, shortages });
    expect(short.code).toBe('scheduling.equipment-short');
    expect(short.describe('en').detail).toBe('Equipment Radios (RADIO): 6 wanted, 4 of 10 free.');
    const both = refuseConflict({ ...none, shortages, clashes: [clash(venue)] });
    expect(both.code).toBe('scheduling.clash');
    expect(both.extra['shortages']).toMatchObject([{ kind: 'equipment', wanted: 6, free: 4, quantity: 10 }]);
    expect(both.describe('zh').detail).toContain('需要 6，共 10，可用 4');
  });
});
