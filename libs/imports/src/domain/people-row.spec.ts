import fc from 'fast-check';
import { civilDate } from '@jssu/kernel';
import { spoilPeople } from '../../../../config/demo/spoil-people.fixtures.js';
import { DEMO_POSTS, DEMO_SITES, DEMO_UNITS, generatePeople, PEOPLE_FILE_COLUMNS } from '@jssu/config/demo';
import { readDate } from './cell-date.js';
import { readNationalId } from './cell-national-id.js';
import { excelDay } from './excel-date.js';
import { addOutcomes, NO_OUTCOMES, reportLines, safeCell, type RowOutcome } from './import-report.js';
import { parseCsv } from './parse-csv.js';
import { localisedParams, recogniseColumns } from './people-columns.js';
import { parsePeopleRow, type RowContext } from './people-row.js';
import { SeenRows } from './seen-rows.js';

const today = civilDate('2026-11-01');
const columns = recogniseColumns(PEOPLE_FILE_COLUMNS.map(([, title]) => title));
const context = (): RowContext => ({
  ...{ today, date1904: false, seen: new SeenRows() },
  units: new Set(DEMO_UNITS.map(({ code }) => code)),
  sites: new Set(DEMO_SITES.map(({ code }) => code)),
  posts: new Map(DEMO_POSTS.map(({ code, site }) => [code, site])),
});
const parse = (cells: readonly string[], row = 2, of = context()) =>
  parsePeopleRow({ row, cells, overlong: [] }, columns, of);
const recipe = { seed: 11, count: 2_000, units: DEMO_UNITS, posts: DEMO_POSTS, today };
const cellsOf = (person: object) => PEOPLE_FILE_COLUMNS.map(([column]) => (person as Record<string, string>)[column]);

describe('rows of people', () => {
  it('every invented person is a good row, whose numbers come out bare', () => {
    const seen = context();
    [...generatePeople(recipe)].forEach((person, i) => {
      const parsed = parse(cellsOf(person), i + 2, seen);
      expect(parsed).toMatchObject({
        ok: { serviceNumber: person.serviceNumber, nationalId: person.nationalId.replaceAll('-', '') },
      });
    });
  });

  it('every way of spoiling one is found, by its code and in its row', () => {
    const { people, expected } = spoilPeople([...generatePeople(recipe)], 3);
    const seen = context();
    const found = people.flatMap((person, i) => {
      const parsed = parse(cellsOf(person), i + 2, seen);
      return 'ok' in parsed ? [] : [[i, parsed.errors[0].code]];
    });
    expect(found).toEqual([...expected]);
  });

  it('never throws, and never shows a national id, whatever stands in the cells', () => {
    const id = fc.constantFrom('99998-1234567-3', '9999812345673', '۹۹۹۹۸-۱۲۳۴۵۶۷-۳', '990000199001010010');
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), id, fc.constantFrom('=1+1', '#REF!', '', ' '));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 18 }), (cells) => {
        const parsed = parse(cells);
        const notes = 'ok' in parsed ? parsed.warnings : [...parsed.errors, ...parsed.warnings];
        const told = JSON.stringify(notes) + ('ok' in parsed ? '' : parsed.serviceNumber);
        expect(told).not.toMatch(/1234567|۱۲۳۴۵۶۷|19900101/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('days in cells', () => {
  it('a day is read back from every way of writing it', () => {
    const day = fc
      .integer({ min: 61, max: 109_574 })
      .map((serial) => ({ serial, date: excelDay(serial, false) ?? '' }));
    fc.assert(
      fc.property(day, ({ serial, date }) => {
        const [year, month, dayOfMonth] = date.split('-');
        const ways = [
          date,
          `${dayOfMonth}/${month}/${year}`,
          `${year}年${Number(month)}月${Number(dayOfMonth)}日`,
          `${date}T00:00:00Z`,
        ];
        for (const text of ways) expect(readDate(text, false)).toMatchObject({ date });
        // Numbers of four digits from 1900 on are years that somebody typed.
        if (serial < 1900 || serial > 2199) expect(readDate(String(serial), false)).toMatchObject({ date });
        if (serial - 1462 > 2199) expect(readDate(String(serial - 1462), true)).toMatchObject({ date });
      }),
    );
  });

  it.each([
    ['31/06/1992', 'date-impossible'],
    ['2015-02-29', 'date-impossible'],
    ['11/25/1992', 'date-month-first'],
    ['05/11/92', 'date-two-digit-year'],
    ['1992', 'date-incomplete'],
    ['60', 'date-impossible'],
  ])('%s is refused: %s', (text, fault) => expect(readDate(text, false)).toEqual({ fault }));

  it('says where another order of day and month would be another day', () => {
    expect(readDate('03/04/2020', false)).toEqual({ date: '2020-04-03', ambiguous: true });
    expect(readDate('04/04/2020', false)).toEqual({ date: '2020-04-04', ambiguous: false });
  });
});

describe('national ids in cells', () => {
  it('dashes, blanks and digits of any script make one number', () => {
    const digits = fc.stringMatching(/^[1-9]\d{12}$/);
    fc.assert(
      fc.property(digits, (bare) => {
        const urdu = bare.replace(/\d/g, (d) => String.fromCharCode(0x6f0 + Number(d)));
        const dashed = `${bare.slice(0, 5)}-${bare.slice(5, 12)}-${bare.slice(12)}`;
        for (const cell of [bare, dashed, urdu, ` ${bare}.0`, dashed.replaceAll('-', '–')])
          expect(readNationalId(cell, 'pk')).toEqual({ nationalId: bare });
      }),
    );
  });
});

describe('the report', () => {
  const row: RowOutcome = { row: 2, outcome: 'refused', serviceNumber: null, errors: [], warnings: [] };

  it('has no cell that a spreadsheet would run, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (value) => {
        const error = { row: 2, column: 'rank' as const, code: 'imports.formula', params: {}, value };
        for (const locale of ['en', 'ur', 'zh'] as const) {
          const [record] = [...parseCsv(reportLines({ ...row, serviceNumber: value, errors: [error] }, locale), ',')];
          expect(record.cells).toHaveLength(9);
          for (const cell of record.cells) expect(cell).not.toMatch(/^\s*[=+\-@]/);
          expect(record.cells[5]).toBe(safeCell(value));
        }
      }),
    );
  });

  it('counts outcomes', () => {
    const warned = { ...row, outcome: 'created' as const, warnings: [{ row: 2, column: null, code: 'x', params: {} }] };
    const counts = addOutcomes(addOutcomes(NO_OUTCOMES, [row, warned]), [row]);
    expect(counts).toEqual({ total: 3, created: 1, changed: 0, unchanged: 0, refused: 2, withWarnings: 1 });
    expect(NO_OUTCOMES.total).toBe(0);
  });

  it('says column titles in the language of the reader', () => {
    const extra = { missing: ['unit'], closest: [{ column: 'unit', header: 'Unti' }] };
    expect(localisedParams({}, extra, 'zh')).toEqual({
      missing: '单位',
      hint: expect.stringContaining('“Unti” → 单位'),
    });
    expect(localisedParams({ header: 'x', column: 'Unit' }, { column: 'unit' }, 'ur')).toEqual({
      header: 'x',
      column: 'یونٹ',
    });
  });
});
