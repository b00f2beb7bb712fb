import { excelDay } from './excel-date.js';
import { attribute, type XmlHandler } from './scan-xml.js';
import type { TableLimits, TableRow } from './table.js';
import { tableErrors } from './table-errors.js';

interface SheetSource {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly date1904: boolean;
  readonly limits: TableLimits;
}

/** Numbers from here on are not whole any more: Excel keeps 15 digits. */
const LARGEST_EXACT = 1e15;

/** Turns the XML of a sheet (ECMA-376 part 1, 18.3) into rows of texts. */
export class SheetRows implements XmlHandler {
  private ready: TableRow[] = [];
  private rowNumber = 0;
  private column = 0;
  private cells: string[] = [];
  private overlong: number[] = [];
  private type = '';
  private style = 0;
  private value = '';
  private formula = '';
  private hasResult = false;
  private capture: 'value' | 'formula' | undefined;
  private inRow = false;
  private guide = 0;

  constructor(private readonly source: SheetSource) {}

  /** The rows that are complete since the last call. */
  take(): TableRow[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  open(tag: string, attributes: string): void {
    if (tag === 'row') this.openRow(attributes);
    else if (tag === 'c' && this.inRow) this.openCell(attributes);
    else if (tag === 'v') {
      this.capture = 'value';
      this.hasResult = true;
    } else if (tag === 't') this.capture = this.guide === 0 ? 'value' : undefined;
    else if (tag === 'f') {
      this.capture = 'formula';
      // A shared formula has its text in the first cell only; the sign is enough to know that there is one.
      this.formula = '=';
    } else if (tag === 'rPh') this.guide += 1;
  }

  text(text: string): void {
    const limit = this.source.limits.maxCellLength;
    if (this.capture === 'value' && this.value.length <= limit) this.value += text;
    else if (this.capture === 'formula' && this.formula.length <= limit) this.formula += text;
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't' || tag === 'f') this.capture = undefined;
    else if (tag === 'rPh') this.guide -= 1;
    else if (tag === 'c' && this.inRow) this.closeCell();
    else if (tag === 'row' && this.inRow) this.closeRow();
  }

  private openRow(attributes: string): void {
    const given = Number(attribute(attributes, 'r'));
    this.rowNumber = Number.isInteger(given) && given > 0 ? given : this.rowNumber + 1;
    this.inRow = true;
    this.column = 0;
    this.cells = [];
    this.overlong = [];
  }

  private openCell(attributes: string): void {
    const letters = /^([A-Z]{1,3})\d*$/.exec(attribute(attributes, 'r') ?? '')?.[1];
    if (letters) this.column = columnIndex(letters);
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? 0);
    this.value = '';
    this.formula = '';
    this.hasResult = false;
  }

  private closeCell(): void {
    const { maxColumns, maxCellLength } = this.source.limits;
    const text = this.cellText();
    if (text.trim() !== '') {
      // Empty cells with a format may stand as far out as they like.
      if (this.column >= maxColumns) throw tableErrors['too-many-columns']({ row: this.rowNumber, limit: maxColumns });
      while (this.cells.length < this.column) this.cells.push('');
      this.cells[this.column] = text.slice(0, maxCellLength);
      if (text.length > maxCellLength) this.overlong.push(this.column);
    }
    this.column += 1;
  }

  private closeRow(): void {
    this.inRow = false;
    if (this.cells.length > 0) this.ready.push({ row: this.rowNumber, cells: this.cells, overlong: this.overlong });
  }

  private cellText(): string {
    switch (this.type) {
      case 's':
        return unescape(this.source.strings[Number(this.value)] ?? '');
      case 'inlineStr':
      case 'str':
        return unescape(this.hasResult ? this.value : this.value || this.formula);
      case 'b':
        return this.value === '1' ? 'TRUE' : this.value === '0' ? 'FALSE' : this.value;
      case 'e':
        return this.value || this.formula;
      case 'd':
        return this.value.slice(0, 10);
      default:
        // A formula counts by its result; one without a stored result stays visible, and is refused by the row.
        return this.value.trim() === '' ? this.formula : this.numberText(this.value.trim());
    }
  }

  /** A day for a number in a date format; whole digits for a whole number; Excel's own text for one too long to be exact. */
  private numberText(raw: string): string {
    const number = Number(raw);
    if (!Number.isFinite(number)) return raw;
    if (this.source.dateStyles.has(this.style)) {
      const day = excelDay(number, this.source.date1904);
      if (day) return day;
    }
    if (Math.abs(number) >= LARGEST_EXACT) return number.toExponential().toUpperCase();
    return Number.isInteger(number) ? String(number) : raw;
  }
}

/** Zero-based: A is 0, Z is 25, AA is 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Excel writes characters that XML forbids as `_x000D_`. */
function unescape(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => charOf(hex)) : text;
}

function charOf(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code >= 0xd800 && code <= 0xdfff ? '' : String.fromCharCode(code);
}
