import { daysBetween, type CivilDate } from '@jssu/kernel';
import { readDate } from './cell-date.js';
import { readName, type NameColumn } from './cell-name.js';
import { readNationalId } from './cell-national-id.js';
import { readEmail, readParty, readPhone, readSex, type CellFault } from './cell-simple.js';
import { cleanCell, foldCode, isFormula, shownValue } from './cell-text.js';
import type { PeopleColumn } from './people-column-names.js';
import type { RecognisedColumns } from './people-columns.js';
import type { RowCode } from './row-error-texts.js';
import { rowError, type RowError } from './row-errors.js';
import type { SeenRows } from './seen-rows.js';
import { DEFAULT_TABLE_LIMITS, type TableRow } from './table.js';

/** A person as one row tells it: normalised, not yet looked up. Codes are in capitals; absent is null. */
export interface PersonDraft {
  readonly row: number;
  readonly serviceNumber: string;
  readonly nameEn: string;
  readonly nameUr: string | null;
  readonly nameZh: string | null;
  /** 13 digits, or 18 characters for the Chinese party; bare. Never to be logged or reported. */
  readonly nationalId: string | null;
  readonly dateOfBirth: CivilDate | null;
  readonly sex: 'male' | 'female' | null;
  /** Empty when not given. */
  readonly rank: string;
  readonly force: string | null;
  readonly unitCode: string;
  readonly siteCode: string | null;
  readonly postCode: string | null;
  readonly joinedOn: CivilDate | null;
  /** E.164, such as +923001234567. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly party: 'pk' | 'cn';
}

export interface RowContext {
  readonly today: CivilDate;
  readonly date1904: boolean;
  /** Rows of this file so far; told of every row that parses. */
  readonly seen: SeenRows;
  /** Codes on record; what is not given is not checked here. */
  readonly units?: ReadonlySet<string>;
  readonly sites?: ReadonlySet<string>;
  /** Post codes with the code of their site. */
  readonly posts?: ReadonlyMap<string, string>;
}

export type ParsedRow =
  | { readonly ok: PersonDraft; readonly warnings: readonly RowError[] }
  | {
      readonly errors: readonly RowError[];
      readonly warnings: readonly RowError[];
      readonly serviceNumber: string | null;
    };

/** Reads one row. All its faults are told at once; it never throws. */
export function parsePeopleRow(row: TableRow, columns: RecognisedColumns, context: RowContext): ParsedRow {
  const reading = new RowReading(row, columns, context);
  const draft = reading.draft();
  reading.checkDates(draft);
  reading.checkCodes(draft);
  reading.checkRepeated(draft);
  const { errors, warnings } = reading;
  return errors.length === 0
    ? { ok: draft, warnings }
    : { errors, warnings, serviceNumber: shownValue(draft.serviceNumber) || null };
}

class RowReading {
  readonly errors: RowError[] = [];
  readonly warnings: RowError[] = [];

  constructor(
    private readonly row: TableRow,
    private readonly columns: RecognisedColumns,
    private readonly context: RowContext,
  ) {}

  draft(): PersonDraft {
    const party = this.read('party', readParty) ?? 'pk';
    return {
      row: this.row.row,
      serviceNumber: this.required('serviceNumber', readServiceNumber),
      nameEn: this.required('nameEn', (cell) => this.name('nameEn', cell)),
      nameUr: this.read('nameUr', (cell) => this.name('nameUr', cell)),
      nameZh: this.read('nameZh', (cell) => this.name('nameZh', cell)),
      nationalId: this.nationalId(party),
      dateOfBirth: this.date('dateOfBirth'),
      sex: this.read('sex', readSex),
      rank: this.read('rank', readRank) ?? '',
      force: this.read('force', readCode),
      unitCode: this.required('unit', readCode),
      siteCode: this.read('site', readCode),
      postCode: this.read('post', readCode),
      joinedOn: this.date('joinedOn'),
      phone: this.phone(party),
      email: this.read('email', readEmail),
      party,
    };
  }

  checkDates({ dateOfBirth, joinedOn }: PersonDraft): void {
    const { today } = this.context;
    if (dateOfBirth) {
      const age = yearsBetween(dateOfBirth, today);
      if (age < 16 || age > 100) this.fail('dateOfBirth', 'birth-date-implausible', { age });
      else if (age < 18 || age > 65) this.warn('dateOfBirth', 'birth-date-unusual', { age });
    }
    if (joinedOn && joinedOn > today) this.fail('joinedOn', 'joined-in-future');
    if (dateOfBirth && joinedOn && dateOfBirth <= today) {
      const age = yearsBetween(dateOfBirth, joinedOn);
      if (age < 16) this.fail('joinedOn', 'joined-too-young', { age });
    }
  }

  checkCodes({ unitCode, siteCode, postCode }: PersonDraft): void {
    const { units, sites, posts } = this.context;
    const check = (column: PeopleColumn, code: string | null, known?: { has(code: string): boolean }) => {
      if (code && known && !known.has(code)) this.fail(column, 'code-unknown', { code: shownValue(code) });
    };
    check('unit', unitCode, units);
    check('site', siteCode, sites);
    check('post', postCode, posts);
    const site = postCode === null ? undefined : posts?.get(postCode);
    if (postCode !== null && siteCode !== null && site !== undefined && site !== siteCode)
      this.fail('post', 'post-elsewhere', { post: postCode, site });
  }

  /** Only rows without faults are remembered: a good row is not lost to a bad one above it. */
  checkRepeated({ row, serviceNumber, nationalId }: PersonDraft): void {
    const { seen } = this.context;
    const number = seen.rowOfServiceNumber(serviceNumber);
    const id = nationalId === null ? undefined : seen.rowOfNationalId(nationalId);
    if (number !== undefined) this.fail('serviceNumber', 'service-number-repeated', { firstRow: number });
    if (id !== undefined) this.fail('nationalId', 'national-id-repeated', { firstRow: id });
    if (this.errors.length === 0) seen.add(row, serviceNumber, nationalId);
  }

  /** The value of a cell; null when it is empty or refused. */
  private read<T>(column: PeopleColumn, parse: (cell: string) => { value: T } | CellFault): T | null {
    const place = this.columns.places.get(column);
    const cell = place === undefined ? '' : (this.row.cells[place] ?? '');
    if (place === undefined || cleanCell(cell) === '') return null;
    if (this.row.overlong.includes(place))
      return this.fail(column, 'cell-too-long', { limit: DEFAULT_TABLE_LIMITS.maxCellLength });
    if (isFormula(cell)) return this.fail(column, 'formula');
    if (/^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|#+)/.test(cell.trim()))
      return this.fail(column, 'excel-error');
    const result = parse(cell);
    return 'value' in result ? result.value : this.fail(column, result.fault, result.params);
  }

  private required(column: PeopleColumn, parse: (cell: string) => { value: string } | CellFault): string {
    const before = this.errors.length;
    const value = this.read(column, parse);
    if (value === null && this.errors.length === before) this.fail(column, 'value-missing');
    return value ?? '';
  }

  private name(column: NameColumn, cell: string): { value: string } | CellFault {
    const result = readName(column, cell);
    if ('mapped' in result && result.mapped) this.warn(column, 'name-letters-mapped');
    return result;
  }

  private nationalId(party: 'pk' | 'cn'): string | null {
    return this.read('nationalId', (cell) => {
      const result = readNationalId(cell, party);
      if ('fault' in result) return result;
      const born = this.peekDate('dateOfBirth');
      if (result.bornOn && born && result.bornOn !== born) this.warn('dateOfBirth', 'birth-date-differs');
      return { value: result.nationalId };
    });
  }

  private date(column: 'dateOfBirth' | 'joinedOn'): CivilDate | null {
    return this.read(column, (cell) => {
      const result = readDate(cell, this.context.date1904);
      if ('fault' in result) return result;
      if (result.ambiguous) this.warn(column, 'date-ambiguous', { date: result.date });
      return { value: result.date };
    });
  }

  private peekDate(column: PeopleColumn): CivilDate | undefined {
    const result = readDate(this.cell(column), this.context.date1904);
    return 'date' in result ? result.date : undefined;
  }

  private phone(party: 'pk' | 'cn'): string | null {
    return this.read('phone', (cell) => {
      const result = readPhone(cell, party);
      if ('restored' in result && result.restored) this.warn('phone', 'phone-zero-lost');
      return result;
    });
  }

  private cell(column: PeopleColumn): string {
    const place = this.columns.places.get(column);
    return place === undefined ? '' : (this.row.cells[place] ?? '');
  }

  private fail(column: PeopleColumn, key: RowCode, params?: RowError['params']): null {
    this.errors.push(this.say(column, key, params));
    return null;
  }

  private warn(column: PeopleColumn, key: RowCode, params?: RowError['params']): void {
    this.warnings.push(this.say(column, key, params));
  }

  private say(column: PeopleColumn, key: RowCode, params: RowError['params'] = {}): RowError {
    return rowError(this.row.row, column, key, params, shownValue(this.cell(column), column === 'nationalId'));
  }
}

function code(cell: string, form: RegExp, fault: RowCode): { value: string } | CellFault {
  const value = foldCode(cell)
    .toUpperCase()
    .replace(/\s*([-/])\s*/g, '$1');
  return form.test(value) ? { value } : { fault };
}

/** A CNIC in this column would be stored and shown in the clear. */
function readServiceNumber(cell: string): { value: string } | CellFault {
  const result = code(cell, /^[A-Z0-9][A-Z0-9/-]{2,39}$/, 'service-number-form');
  if ('value' in result && /^(?:\d{12,13}|\d{17}[\dX])$/.test(result.value.replace(/[-/]/g, '')))
    return { fault: 'service-number-national-id' };
  return result;
}

function readCode(cell: string): { value: string } | CellFault {
  return code(cell, /^[A-Z0-9][A-Z0-9-]{1,39}$/, 'code-form');
}

function readRank(cell: string): { value: string } | CellFault {
  const value = cleanCell(cell);
  return value.length <= 60 && /\p{L}/u.test(value) ? { value } : { fault: 'rank-form' };
}

/** Completed years; negative before birth. */
function yearsBetween(from: CivilDate, to: CivilDate): number {
  if (daysBetween(from, to) < 0) return -1;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
