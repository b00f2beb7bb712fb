import { tableErrors } from './table-errors.js';

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvRecord {
  /** Number of the record from 1, empty ones counted: the number that Excel shows beside it. */
  readonly row: number;
  readonly cells: string[];
}

/** Excel's own first line `sep=;` decides; else the separator that the first filled line has most of, outside quotes. */
export function detectDelimiter(text: string): { delimiter: Delimiter; skip: number } {
  const declared = /^sep=([,;\t])(?:\r\n|\n|\r)/i.exec(text.slice(0, 16));
  if (declared) return { delimiter: declared[1] as Delimiter, skip: declared[0].length };
  const counts = new Map<string, number>(DELIMITERS.map((d) => [d, 0]));
  let quoted = false;
  let filled = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (c === '\n' || c === '\r') {
      if (filled) break;
    } else if (counts.has(c)) counts.set(c, (counts.get(c) ?? 0) + 1);
    if (c > ' ') filled = true;
  }
  let best: Delimiter = ',';
  for (const d of DELIMITERS) if ((counts.get(d) ?? 0) > (counts.get(best) ?? 0)) best = d;
  return { delimiter: best, skip: 0 };
}

/**
 * Records of RFC 4180 text; any line ends; a quotation mark inside an unquoted cell stands for itself, as in Excel.
 * @throws table error `quote-broken` with the row, when a quoted cell does not end, or goes on after its end.
 */
export function* parseCsv(text: string, delimiter: Delimiter, start = 0): Generator<CsvRecord> {
  const end = text.length;
  let at = start;
  let row = 0;
  let cells: string[] = [];
  while (at < end || cells.length > 0) {
    const cell = text[at] === '"' ? quotedCell(text, at, row + 1, delimiter) : plainCell(text, at, delimiter);
    cells.push(cell.value);
    at = cell.next;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    row += 1;
    yield { row, cells };
    cells = [];
  }
}

function plainCell(text: string, start: number, delimiter: string): { value: string; next: number } {
  let at = start;
  for (; at < text.length; at++) {
    const c = text[at];
    if (c === delimiter || c === '\n' || c === '\r') break;
  }
  return { value: text.slice(start, at), next: at };
}

function quotedCell(text: string, start: number, row: number, delimiter: string): { value: string; next: number } {
  let value = '';
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) throw tableErrors['quote-broken']({ row });
    value += text.slice(from, close);
    const next = text[close + 1];
    if (next === '"') {
      value += '"';
      from = close + 2;
      continue;
    }
    if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r')
      throw tableErrors['quote-broken']({ row });
    return { value, next: close + 1 };
  }
}

/** One record of RFC 4180 text, with CRLF. */
export function printCsvRecord(cells: readonly string[], delimiter: Delimiter = ','): string {
  return `${cells.map((cell) => (/["\r\n,;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`;
}
