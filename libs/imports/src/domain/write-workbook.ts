import { updateCrc } from './read-archive.js';

export interface WorkbookColumn {
  readonly header: string;
  /** Width in characters. */
  readonly width?: number;
}

/** Characters that XML 1.0 forbids. */

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A workbook with one sheet in which every cell is text, so that Excel leaves long numbers, leading zeros and dates as
 * they are typed. The same input gives the same bytes.
 */
export function writeWorkbook(
  sheet: string,
  columns: readonly WorkbookColumn[],
  rows: Iterable<readonly string[]>,
  { rightToLeft = false }: { rightToLeft?: boolean } = {},
): Uint8Array {
  return pack([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheet)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styles()],
    ['xl/worksheets/sheet1.xml', sheetXml(columns, rows, rightToLeft)],
  ]);
}

function contentTypes(): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, kind: string) => `<Override PartName="/xl/${name}" ContentType="${type}.${kind}+xml"/>`;
  return (
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${part('workbook.xml', 'sheet.main')}${part('worksheets/sheet1.xml', 'worksheet')}${part('styles.xml', 'styles')}</Types>`
  );
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${RELATIONS}">${lines.join('')}</Relationships>`;
}

function workbook(sheet: string): string {
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

/** Style 1 is text (format 49), style 2 the same in bold. */
function styles(): string {
  const xf = (font: number, format: number) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  return (
    `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="3">${xf(0, 0)}${xf(0, 49)}${xf(1, 49)}</cellXfs></styleSheet>`
  );
}

function sheetXml(columns: readonly WorkbookColumn[], rows: Iterable<readonly string[]>, rightToLeft: boolean): string {
  const widths = columns.map(
    ({ header, width }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width ?? Math.max(12, header.length + 4)}" style="1" customWidth="1"/>`,
  );
  const lines = [
    rowXml(
      1,
      columns.map(({ header }) => header),
      2,
    ),
  ];
  let number = 2;
  for (const cells of rows) lines.push(rowXml(number++, cells, 1));
  return (
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`
  );
}

function rowXml(number: number, cells: readonly string[], style: number): string {
  const parts = cells.map((text, i) =>
    text === ''
      ? ''
      : `<c r="${columnLetters(i)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`,
  );
  return `<row r="${number}">${parts.join('')}</row>`;
}

/** The letters of a zero-based column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function escape(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** A ZIP file of stored members, all dated 1 January 1980, the first day that ZIP knows. */
export function pack(files: readonly (readonly [string, string | Uint8Array])[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const nameBytes = encoder.encode(name);
    const data = typeof content === 'string' ? encoder.encode(content) : content;
    const crc = (updateCrc(0xffffffff, data) ^ 0xffffffff) >>> 0;
    // Version 2.0, names in UTF-8, stored, date 1980-01-01.
    const common = [20, 0x0800, 0, 0, 0x21, crc & 0xffff, crc >>> 16, ...low(data.length), ...low(data.length)];
    const local = words([0x4b50, 0x0403, ...common, nameBytes.length, 0]);
    directory.push(
      words([0x4b50, 0x0201, 20, ...common, nameBytes.length, 0, 0, 0, 0, 0, 0, ...low(offset)]),
      nameBytes,
    );
    pieces.push(local, nameBytes, data);
    offset += local.length + nameBytes.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = words([0x4b50, 0x0605, 0, 0, files.length, files.length, ...low(size), ...low(offset), 0]);
  return join([...pieces, ...directory, end]);
}

const low = (n: number): [number, number] => [n & 0xffff, n >>> 16];

function words(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setUint16(i * 2, value, true));
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
