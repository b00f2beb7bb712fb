import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { readTable } from './read-table.js';
import type { TableLimits } from './table.js';
import { isTableError } from './table-errors.js';
import { workbookOf, type WorkbookParts } from './workbook.fixtures.js';
import { columnIndex } from './sheet-rows.js';
import { columnLetters, pack, writeWorkbook } from './write-workbook.js';

async function rowsOf(bytes: Uint8Array, limits?: Partial<TableLimits>) {
  const table = await readTable(bytes, limits);
  const rows = [];
  for await (const row of table.rows) rows.push(row);
  return { table, rows, cells: rows.map(({ cells }) => cells) };
}

async function refusalOf(bytes: Uint8Array, limits?: Partial<TableLimits>): Promise<string> {
  try {
    await rowsOf(bytes, limits);
  } catch (error) {
    if (isTableError(error)) return error.code;
    throw error;
  }
  return 'not refused';
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
const cellsOf = async (parts: WorkbookParts) => (await rowsOf(workbookOf(parts))).cells;

describe('cells of a workbook', () => {
  it('are read as another program reads them', async () => {
    const people = [
      ['BLC-2021-00417', 'زینب مرزا', '宰娜卜·米尔扎', '0042201<&>"', '  two  spaces '],
      ['x', '', 'after an empty one', '𠮷 rare', 'line\nbreak'],
    ];
    const bytes = writeWorkbook(
      'People',
      ['a', 'b', 'c', 'd', 'e'].map((header) => ({ header })),
      people,
    );
    const { table, cells } = await rowsOf(bytes);
    expect(cells.slice(1)).toEqual(people);
    expect(table).toMatchObject({ format: 'xlsx', sheet: 'People', otherSheets: [], date1904: false });
    const [sheet] = await readXlsxFile(Buffer.from(bytes), { trim: false });
    expect(sheet.data.slice(1).map((r) => r.map((cell) => cell ?? ''))).toEqual(people);
  });

  it('come back as they were written, whatever the text', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((s) => `k${s.replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, '')}`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), async (rows) => {
        fc.pre(!rows.flat().some((s) => /_x[0-9a-f]{4}_/i.test(s)));
        const { cells } = await rowsOf(writeWorkbook('S', [{ header: 'h' }], rows));
        expect(cells.slice(1)).toEqual(rows);
      }),
    );
  });

  it('shared texts: rich ones joined, phonetic guides left out, escapes undone', async () => {
    const strings =
      '<si><t>plain</t></si><si><r><t>two </t></r><r><rPr><b/></rPr><t xml:space="preserve">parts</t></r></si>' +
      '<si><t>王</t><rPh sb="0" eb="1"><t>オウ</t></rPh></si><si><t>a_x000D_b &#x4E00; &amp;amp;</t></si><si/>';
    const cells = [0, 1, 2, 3].map((n) => `<c t="s"><v>${n}</v></c>`);
    expect(await cellsOf({ rows: row(...cells), strings })).toEqual([['plain', 'two parts', '王', 'a\rb 一 &amp;']]);
  });

  it('numbers: whole ones without exponent, those beyond 15 digits marked', async () => {
    const number = (v: string) => `<c><v>${v}</v></c>`;
    expect(
      await cellsOf({
        rows: row(number('4.220112345671E12'), number('3.2058119800101E17'), number('1.5'), number('-3')),
      }),
    ).toEqual([['4220112345671', '3.2058119800101E+17', '1.5', '-3']]);
  });

  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd\\-mmm\\-yyyy;@"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot;days&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
  const styled = (style: number, v: string) => `<c s="${style}"><v>${v}</v></c>`;

  it('day numbers in a date format are days, in either system', async () => {
    const rows = row(
      styled(0, '36526'),
      styled(1, '36526'),
      styled(2, '36526.75'),
      styled(3, '36526'),
      styled(1, '60'),
    );
    expect(await cellsOf({ rows, styles })).toEqual([['36526', '2000-01-01', '2000-01-01', '36526', '60']]);
    const mac = await rowsOf(workbookOf({ rows: row(styled(1, '35064')), styles, workbookPr: 'date1904="1"' }));
    expect(mac.cells).toEqual([['2000-01-01']]);
    expect(mac.table.date1904).toBe(true);
  });

  it('formulas count by their result; without one they stay visible', async () => {
    const rows = row(
      '<c t="str"><f>UPPER("a")</f><v>A</v></c>',
      '<c><f>1+1</f></c>',
      '<c t="str"><f>IF(1,"","x")</f><v></v></c>',
      '<c t="e"><f>A9</f><v>#REF!</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="d"><v>2020-02-29T00:00:00</v></c>',
    );
    expect(await cellsOf({ rows })).toEqual([['A', '=1+1', '', '#REF!', 'TRUE', '2020-02-29']]);
  });

  it('stand where their reference says; rows keep their numbers', async () => {
    const rows = '<row r="3"><c r="C3"><v>1</v></c></row><row r="7"><c r="A7"><v>2</v></c><c r="XFD7" s="1"/></row>';
    const { rows: read } = await rowsOf(workbookOf({ rows }));
    expect(read).toEqual([
      { row: 3, cells: ['', '', '1'], overlong: [] },
      { row: 7, cells: ['2'], overlong: [] },
    ]);
    for (const n of [0, 25, 26, 701, 702]) expect(columnIndex(columnLetters(n))).toBe(n);
  });

  it('the first visible sheet is read, the other visible ones are named', async () => {
    const sheets =
      '<sheet name="Lists" state="veryHidden" r:id="rId2"/><sheet name="People" r:id="rId1"/><sheet name="Notes" r:id="rId2"/>';
    const more = [['xl/worksheets/sheet2.xml', '<worksheet><sheetData/></worksheet>']] as const;
    const { table } = await rowsOf(workbookOf({ rows: row(text('a')), sheets, more }));
    expect(table).toMatchObject({ sheet: 'People', otherSheets: ['Notes'] });
  });
});

/** A ZIP file of one packed member, with sizes and flags as given. */
function packed(members: readonly { name: string; data: Uint8Array; unpacked: number; flags?: number }[]): Uint8Array {
  const bytes = Buffer.from(pack(members.map(({ name, data }) => [name, data])));
  // The directory follows the members; each entry is patched to say "deflated" and the size that is claimed.
  let at = bytes.readUInt32LE(bytes.length - 22 + 16);
  for (const { name, data, unpacked, flags } of members) {
    bytes.writeUInt16LE(flags ?? 0, at + 8);
    bytes.writeUInt16LE(8, at + 10);
    bytes.writeUInt32LE(data.length, at + 20);
    bytes.writeUInt32LE(unpacked, at + 24);
    at += 46 + Buffer.byteLength(name);
  }
  return bytes;
}

describe('workbooks that are refused', () => {
  const good = workbookOf({ rows: row(text('a')) });
  const bomb = deflateRawSync(Buffer.alloc(300 * 1024 * 1024, 0x20));

  it('a bomb that tells its size, without unpacking it', async () => {
    const started = performance.now();
    expect(await refusalOf(packed([{ name: 'xl/workbook.xml', data: bomb, unpacked: 300 * 1024 * 1024 }]))).toBe(
      'imports.archive-bomb',
    );
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('a bomb of moderate size with an absurd ratio', async () => {
    const data = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
    expect(await refusalOf(packed([{ name: 'xl/workbook.xml', data, unpacked: 64 * 1024 * 1024 }]))).toBe(
      'imports.archive-bomb',
    );
  });

  it('a bomb that lies about its size, in bounded memory', async () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusalOf(packed([{ name: 'xl/workbook.xml', data: bomb, unpacked: 1_000 }]))).toBe(
      'imports.archive-broken',
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('a billion laughs', async () => {
    const prolog = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await refusalOf(workbookOf({ rows: row(text('&b;')), prolog }))).toBe('imports.archive-broken');
  });

  it.each<[string, Uint8Array, string]>([
    ['an archive in an archive', pack([['people.xlsx', good]]), 'imports.not-a-table'],
    ['a binary workbook', pack([['xl/workbook.bin', 'x']]), 'imports.old-excel'],
    [
      'an encrypted archive',
      packed([{ name: 'xl/workbook.xml', data: new Uint8Array(2), unpacked: 2, flags: 1 }]),
      'imports.file-encrypted',
    ],
    ['a cut archive', good.subarray(0, good.length - 40), 'imports.archive-broken'],
    ['an archive’s first bytes', good.subarray(0, 10), 'imports.archive-broken'],
    [
      'damaged text',
      Uint8Array.from(good, (b, i) => (i === good.indexOf(0x73, 400) ? 0x74 : b)),
      'imports.archive-broken',
    ],
    ['two members on the same bytes', twice(good), 'imports.archive-broken'],
    [
      'hidden sheets only',
      workbookOf({ rows: '', sheets: '<sheet name="x" state="hidden" r:id="rId1"/>' }),
      'imports.no-sheet',
    ],
    ['an empty sheet', workbookOf({ rows: '<row r="1"><c r="A1" s="1"/></row>' }), 'imports.file-empty'],
    ['a tag without end', workbookOf({ rows: `<row x="${'a'.repeat(200_000)}` }), 'imports.archive-broken'],
  ])('%s', async (_, bytes, code) => expect(await refusalOf(bytes)).toBe(code));

  it('too many rows and columns', async () => {
    expect(await refusalOf(workbookOf({ rows: row(text('a')).repeat(5) }), { maxRows: 3 })).toBe(
      'imports.too-many-rows',
    );
    expect(await refusalOf(workbookOf({ rows: '<row r="1"><c r="BI1"><v>1</v></c></row>' }))).toBe(
      'imports.too-many-columns',
    );
  });

  it('nothing makes it throw anything but a refusal', async () => {
    const flips = fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(flips, fc.integer({ min: 4, max: good.length }), async (changes, length) => {
        const bytes = Uint8Array.from(good);
        for (const [at, byte] of changes) if (at > 3) bytes[at] = byte;
        expect(await refusalOf(bytes.subarray(0, length))).toMatch(/^imports\.|^not refused$/);
      }),
      { numRuns: 400 },
    );
  });
});

/** The same member listed under two names. */
function twice(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  const start = bytes.readUInt32LE(bytes.length - 22 + 16);
  const next = start + 46 + bytes.readUInt16LE(start + 28);
  bytes.writeUInt32LE(bytes.readUInt32LE(start + 42), next + 42);
  return bytes;
}
