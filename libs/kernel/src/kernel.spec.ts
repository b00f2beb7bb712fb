import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addPeriod,
  AppError,
  civilDate,
  civilDateIn,
  daysBetween,
  daysInMonth,
  defineErrors,
  defineStateMachine,
  fromTstzrange,
  isUuid,
  negotiateLocale,
  overlaps,
  parseCivilDate,
  startOfDay,
  timeRange,
  toTstzrange,
  uuidv7,
  type CivilDate,
} from './index.js';

const anyDate = fc
  .date({ min: new Date('2010-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((d) => civilDate(d.toISOString().slice(0, 10)));

describe('civil dates', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(civilDate(from), months)).toBe(to);
  });

  it('refuses days that no calendar has', () => {
    for (const text of ['2012-06-31', '2027-02-29', '2026-13-01', '26-01-01', '2026-1-1', '']) {
      expect(parseCivilDate(text)).toBeUndefined();
    }
  });

  it('adding days and measuring them agree', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3000, max: 3000 }), (d, n) => daysBetween(d, addDays(d, n)) === n),
    );
  });

  it('adding months keeps the day or clamps it to the end of the month', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 240 }), (d, n) => {
        const r = addMonths(d, n);
        const day = Number(d.slice(8));
        const last = daysInMonth(Number(r.slice(0, 4)), Number(r.slice(5, 7)));
        expect(Number(r.slice(8))).toBe(Math.min(day, last));
      }),
    );
  });

  it('moves years and months first, clamps once, then days', () => {
    expect(addPeriod(civilDate('2027-01-31'), { months: 1, days: 1 })).toBe('2027-03-01');
  });

  it('tells the day in the zone, and the day starts where the zone says', () => {
    expect(civilDateIn('Asia/Karachi', new Date('2026-11-23T19:30:00Z'))).toBe('2026-11-24');
    expect(civilDateIn('Asia/Shanghai', new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
    fc.assert(
      fc.property(anyDate, fc.constantFrom('Asia/Karachi' as const, 'Asia/Shanghai' as const), (d, zone) => {
        const start = startOfDay(d, zone);
        expect(civilDateIn(zone, start)).toBe(d);
        expect(civilDateIn(zone, new Date(start.getTime() - 1))).toBe(addDays(d as CivilDate, -1));
      }),
    );
  });
});

describe('identifiers', () => {
  it('are valid, unique and in the order they were made', () => {
    const ids = Array.from({ length: 10_000 }, uuidv7);
    expect(ids.every(isUuid)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe('time ranges', () => {
  const at = (h: number) => new Date(Date.UTC(2026, 0, 1, h));
  it('are half-open: back to back is legal', () => {
    expect(overlaps(timeRange(at(8), at(10)), timeRange(at(10), at(12)))).toBe(false);
    expect(overlaps(timeRange(at(8), at(11)), timeRange(at(10), at(12)))).toBe(true);
    expect(() => timeRange(at(8), at(8))).toThrow(RangeError);
  });
  it('survive the database form', () => {
    const range = timeRange(at(8), at(10));
    expect(fromTstzrange(toTstzrange(range))).toEqual(range);
    expect(fromTstzrange('["2026-01-01 08:00:00+00","2026-01-01 10:00:00+00")')).toEqual(range);
  });
});

describe('refusals', () => {
  const errors = defineErrors('kernel-test', {
    taken: {
      status: 409,
      title: { en: 'Taken', ur: 'پہلے سے موجود', zh: '已被占用' },
      detail: { en: '{what} is taken.', ur: '{what} پہلے سے موجود ہے۔', zh: '{what} 已被占用。' },
      remedy: { en: 'Choose another.', ur: 'کوئی اور منتخب کریں۔', zh: '请另选。' },
    },
  });
  it('carry a code, a reason and a remedy in the reader’s language', () => {
    const error = errors.taken({ what: 'A-1' });
    expect(error).toBeInstanceOf(AppError);
    expect(error.code).toBe('kernel-test.taken');
    expect(error.describe('zh')).toEqual({ title: '已被占用', detail: 'A-1 已被占用。', remedy: '请另选。' });
  });
  it('cannot be declared twice', () => {
    expect(() =>
      defineErrors('kernel-test', {
        taken: { status: 400, title: errors.taken().definition.title, remedy: errors.taken().definition.remedy },
      }),
    ).toThrow();
  });
});

describe('state machines', () => {
  const machine = defineStateMachine({ draft: ['planned'], planned: ['draft', 'done'], done: [] });
  it('allow what the table says and nothing else', () => {
    expect(machine.can('draft', 'planned')).toBe(true);
    expect(machine.can('draft', 'done')).toBe(false);
    expect(machine.next('done')).toEqual([]);
  });
});

describe('language negotiation', () => {
  it.each([
    [undefined, 'en'],
    ['ur-PK,ur;q=0.9,en;q=0.5', 'ur'],
    ['fr, zh-CN;q=0.8, en;q=0.3', 'zh'],
    ['de', 'en'],
    ['en;q=0.2, ur;q=0.7', 'ur'],
  ])('%s → %s', (header, locale) => expect(negotiateLocale(header)).toBe(locale));
});
