import { decodeText } from './decode-text.js';
import { detectDelimiter, parseCsv } from './parse-csv.js';
import { openWorkbook, readWorkbook } from './read-workbook.js';
import { DEFAULT_TABLE_LIMITS, type Table, type TableLimits, type TableRow } from './table.js';
import { tableErrors } from './table-errors.js';

/** A file as it arrives: whole, or in pieces. Its name plays no part: the bytes say what it is. */
export type FileBytes = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Reads a spreadsheet, CSV or XLSX, told apart by content. The bytes (at most `maxBytes`) are held in memory, the rows
 * are not.
 * @throws table errors (`isTableError`) and nothing else, here and while the rows are read, but for errors of the
 * stream that is passed in.
 */
export async function readTable(file: FileBytes, given: Partial<TableLimits> = {}): Promise<Table> {
  const limits = { ...DEFAULT_TABLE_LIMITS, ...given };
  const bytes = await collect(file, limits.maxBytes);
  checkFile(bytes, limits);
  const table = startsWith(bytes, ZIP) ? await readWorkbook(bytes, limits) : readCsv(bytes, limits);
  return { ...table, rows: withinLimits(table.rows, limits) };
}

/**
 * Refuses at a glance what is no table, without unpacking or decoding: to be told while the sender still waits.
 * @throws table errors
 */
export function checkFile(bytes: Uint8Array, limits: TableLimits = DEFAULT_TABLE_LIMITS): void {
  if (bytes.length > limits.maxBytes)
    throw tableErrors['file-too-large']({ limitMb: Math.floor(limits.maxBytes / 1024 / 1024) });
  if (bytes.length === 0) throw tableErrors['file-empty']();
  if (startsWith(bytes, ZIP)) openWorkbook(bytes, limits);
  else if (startsWith(bytes, OLE))
    throw hasUtf16(bytes, 'EncryptedPackage') ? tableErrors['file-encrypted']() : tableErrors['old-excel']();
  else if (startsWith(bytes, PDF) || startsWith(bytes, EMPTY_ZIP)) throw tableErrors['not-a-table']();
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** Stops at the first piece that goes over the limit: the rest of a 100 MB file is never taken in. */
async function collect(file: FileBytes, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => tableErrors['file-too-large']({ limitMb: Math.floor(maxBytes / 1024 / 1024) });
  if (ArrayBuffer.isView(file)) {
    if (file.length > maxBytes) throw tooLarge();
    return file;
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file) {
    size += piece.length;
    if (size > maxBytes) throw tooLarge();
    pieces.push(piece);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function readCsv(bytes: Uint8Array, limits: TableLimits): Table {
  const { text, encoding } = decodeText(bytes);
  // What other systems call “Excel export” is often a web page.
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text.slice(0, 200))) throw tableErrors['not-a-table']();
  const { delimiter, skip } = detectDelimiter(text);
  return {
    format: 'csv',
    encoding,
    delimiter,
    otherSheets: [],
    date1904: false,
    rows: csvRows(text, delimiter, skip, limits),
  };
}

async function* csvRows(
  text: string,
  delimiter: Parameters<typeof parseCsv>[1],
  skip: number,
  { maxColumns, maxCellLength }: TableLimits,
): AsyncGenerator<TableRow> {
  const declared = skip > 0 ? 1 : 0;
  for (const { row: record, cells } of parseCsv(text, delimiter, skip)) {
    const row = record + declared;
    while (cells.length > 0 && cells[cells.length - 1].trim() === '') cells.pop();
    if (cells.length === 0) continue;
    if (cells.length > maxColumns) throw tableErrors['too-many-columns']({ row, limit: maxColumns });
    const overlong: number[] = [];
    for (let i = 0; i < cells.length; i++) {
      if (cells[i].length <= maxCellLength) continue;
      cells[i] = cells[i].slice(0, maxCellLength);
      overlong.push(i);
    }
    yield { row, cells, overlong };
  }
}

async function* withinLimits(rows: AsyncIterable<TableRow>, { maxRows }: TableLimits): AsyncGenerator<TableRow> {
  let count = -1;
  for await (const row of rows) {
    count += 1;
    if (count > maxRows) throw tableErrors['too-many-rows']({ limit: maxRows });
    yield row;
  }
  if (count < 0) throw tableErrors['file-empty']();
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/** Directory names of OLE files are UTF-16LE; the directory is searched for, wherever it stands. */
function hasUtf16(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = 0; at + name.length * 2 <= bytes.length; at += 2) {
    if (bytes[at] !== first) continue;
    let same = true;
    for (let i = 0; same && i < name.length; i++)
      same = bytes[at + i * 2] === name.charCodeAt(i) && bytes[at + i * 2 + 1] === 0;
    if (same) return true;
  }
  return false;
}
