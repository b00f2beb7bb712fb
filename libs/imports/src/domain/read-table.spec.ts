import fc from 'fast-check';
import { printCsvRecord } from './parse-csv.js';
import { readTable, type FileBytes } from './read-table.js';
import type { TableLimits } from './table.js';
import { isTableError } from './table-errors.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};

async function rowsOf(file: FileBytes, limits?: Partial<TableLimits>) {
  const table = await readTable(file, limits);
  const rows = [];
  for await (const row of table.rows) rows.push(row);
  return { table, rows, cells: rows.map(({ cells }) => cells) };
}

async function refusalOf(file: FileBytes, limits?: Partial<TableLimits>) {
  try {
    await rowsOf(file, limits);
  } catch (error) {
    if (isTableError(error)) return { code: error.code, ...error.params };
    throw error;
  }
  throw new Error('the file was not refused');
}

const TEXT = 'نام,姓名,name\r\nزینب,一丁,"Mirza, Z"\r\n';
const CELLS = [
  ['نام', '姓名', 'name'],
  ['زینب', '一丁', 'Mirza, Z'],
];

describe('encodings of CSV', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8(TEXT), 'UTF-8'],
    ['UTF-8 with mark', utf8(`\ufeff${TEXT}`), 'UTF-8'],
    ['UTF-16LE with mark', utf16(`\ufeff${TEXT}`, false), 'UTF-16LE'],
    ['UTF-16BE with mark', utf16(`\ufeff${TEXT}`, true), 'UTF-16BE'],
    ['UTF-16LE without mark', utf16(TEXT, false), 'UTF-16LE'],
    ['UTF-16BE without mark', utf16(TEXT, true), 'UTF-16BE'],
  ])('%s', async (_, bytes, encoding) => {
    const { table, cells } = await rowsOf(bytes);
    expect(cells).toEqual(CELLS);
    expect(table).toMatchObject({ format: 'csv', encoding, delimiter: ',' });
  });

  it.each<[string, Uint8Array, object]>([
    // Windows-1256 and GBK, in which Excel saves plain CSV in Pakistan and China.
    ['Windows-1256', Uint8Array.of(...utf8('name\nok\n'), 0xd2, 0xed, 0xe4, 0xc8, 10), { encoding: 'UTF-8', line: 3 }],
    ['GBK', Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 10), { encoding: 'UTF-8', line: 1 }],
    ['a cut character', utf8('name\nزینب').subarray(0, -1), { encoding: 'UTF-8', line: 2 }],
    ['half a UTF-16 unit', utf16(`\ufeff${TEXT}`, false).subarray(0, -1), { encoding: 'UTF-16LE', line: 2 }],
    ['a lone surrogate', utf16('\ufeffname\nx\ud800y\n', true), { encoding: 'UTF-16BE', line: 2 }],
  ])('%s is refused with the line, not read with holes', async (_, bytes, params) => {
    expect(await refusalOf(bytes)).toEqual({ code: 'imports.encoding-broken', ...params });
  });

  it('never yields a replacement character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        try {
          for (const row of (await rowsOf(bytes)).cells)
            // U+FFFD may only come from a file that has it spelled out.
            if (row.join('').includes('\ufffd')) expect(Buffer.from(bytes).includes('\ufffd')).toBe(true);
        } catch (error) {
          if (!isTableError(error)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the form of CSV', () => {
  it.each([
    [
      'semicolons',
      'a;b,c;d\n1;2;3',
      [
        ['a', 'b,c', 'd'],
        ['1', '2', '3'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quoted separators do not count',
      '"a;b;c;d",e\n1,2',
      [
        ['a;b;c;d', 'e'],
        ['1', '2'],
      ],
    ],
    [
      'Excel’s own first line',
      'sep=;\na;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'old Macintosh line ends',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['quotes and line breaks in quotes', 'a\n"say ""hi""\r\nthere"', [['a'], ['say "hi"\r\nthere']]],
    ['a quotation mark in the middle', 'a\nO"Brien', [['a'], ['O"Brien']]],
    ['trailing empty cells', 'a,b,,,\n1,,,', [['a', 'b'], ['1']]],
  ])('%s', async (_, text, expected) => {
    expect((await rowsOf(utf8(text))).cells).toEqual(expected);
  });

  it('numbers the rows as Excel does, empty ones counted', async () => {
    const { rows } = await rowsOf(utf8('a,b\n\n1,2\n,\n"x\ny",3\n4,5\n'));
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 5, 6]);
    expect((await rowsOf(utf8('sep=,\na,b\n1,2'))).rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it.each([
    ['an open quotation mark', 'a\n1\n"open,2\n3', 3],
    ['text after a quoted cell', 'a\n"x"y,2', 2],
  ])('refuses %s with its row', async (_, text, row) => {
    expect(await refusalOf(utf8(text))).toEqual({ code: 'imports.quote-broken', row });
  });

  it('reads back what is printed', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((s) => !s.includes('\0') && !/^\ufeff/.test(s));
    const record = fc.tuple(fc.constantFrom('k', 'ک', '键'), cell, cell, fc.constant('end')).map((cells) => [...cells]);
    const table = fc.array(record, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',' as const, ';' as const, '\t' as const),
        async (records, delimiter) => {
          const text = records.map((cells) => printCsvRecord(cells, delimiter)).join('');
          const header = printCsvRecord(['a', 'b', 'c', 'd'], delimiter);
          expect((await rowsOf(utf8(header + text))).cells.slice(1)).toEqual(records);
        },
      ),
    );
  });
});

describe('files that are refused', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'imports.file-empty'],
    ['blank lines', utf8('\ufeff\n , ,\n\n'), 'imports.file-empty'],
    ['an old workbook', Uint8Array.of(...ole, ...utf16('Workbook', false)), 'imports.old-excel'],
    [
      'a workbook with a password',
      Uint8Array.of(...ole, ...utf16('EncryptedPackage', false)),
      'imports.file-encrypted',
    ],
    ['PDF', utf8('%PDF-1.7\n'), 'imports.not-a-table'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 13, 0), 'imports.not-a-table'],
    ['a web page called .xls', utf8('\n<html><table><tr><td>a</td></tr></table>'), 'imports.not-a-table'],
    ['an empty archive', Uint8Array.of(0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)), 'imports.not-a-table'],
  ])('%s', async (_, bytes, code) => expect((await refusalOf(bytes)).code).toBe(code));

  it('a file of 100 MB, before the rest of it is taken in', async () => {
    let taken = 0;
    async function* hundredMegabytes() {
      for (let i = 0; i < 100; i++) {
        taken += 1;
        yield new Uint8Array(1024 * 1024).fill(0x61);
      }
    }
    expect(await refusalOf(hundredMegabytes())).toEqual({ code: 'imports.file-too-large', limitMb: 20 });
    expect(taken).toBe(21);
  });

  it('too many rows and columns; cells that are too long are cut and named', async () => {
    expect(await refusalOf(utf8('a\n1\n2\n3\n'), { maxRows: 2 })).toEqual({ code: 'imports.too-many-rows', limit: 2 });
    expect((await rowsOf(utf8('a\n1\n2\n\n\n'), { maxRows: 2 })).cells).toHaveLength(3);
    expect(await refusalOf(utf8('a\n1,2,3\n'), { maxColumns: 2 })).toEqual({
      code: 'imports.too-many-columns',
      row: 2,
      limit: 2,
    });
    expect((await rowsOf(utf8('a,b\nx,12345\n'), { maxCellLength: 4 })).rows[1]).toEqual({
      row: 2,
      cells: ['x', '1234'],
      overlong: [1],
    });
  });
});
