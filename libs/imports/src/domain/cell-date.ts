import { parseCivilDate, type CivilDate } from '@jssu/kernel';
import { foldCode } from './cell-text.js';
import { excelDay } from './excel-date.js';

export type DateFault =
  'date-unreadable' | 'date-impossible' | 'date-month-first' | 'date-two-digit-year' | 'date-incomplete';
export type CellDate = { readonly date: CivilDate; readonly ambiguous: boolean } | { readonly fault: DateFault };

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'january', 'جنوری'],
    ['feb', 'february', 'فروری'],
    ['mar', 'march', 'مارچ'],
    ['apr', 'april', 'اپریل'],
    ['may', 'may', 'مئی'],
    ['jun', 'june', 'جون'],
    ['jul', 'july', 'جولائی'],
    ['aug', 'august', 'اگست'],
    ['sep', 'september', 'ستمبر', 'sept'],
    ['oct', 'october', 'اکتوبر'],
    ['nov', 'november', 'نومبر'],
    ['dec', 'december', 'دسمبر'],
  ].flatMap((names, i) => names.map((name): [string, number] => [name.normalize('NFKC'), i + 1])),
);

/** A time of day after the day, as databases and Excel print it; it is dropped. */
const TIME = /[t ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?:z|[+-]\d{2}:?\d{2})?$/;

/**
 * The day that a cell means. Day before month, as in Pakistan and China's neighbours; a date that could be read the
 * other way round (03/04/2020) is flagged. Years have four digits; Excel day numbers follow the workbook's system.
 */
export function readDate(cell: string, date1904: boolean): CellDate {
  const text = foldCode(cell).toLowerCase().replace(TIME, '').replace(/[،]/g, ',').trim();
  const number = /^\d{1,6}(?:\.\d+)?$/.exec(text);
  if (number) return readNumber(text, date1904);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return dayOf(compact[1], compact[2], compact[3]);
  const chinese = /^(\d{1,4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]$/.exec(text);
  if (chinese) return dayOf(chinese[1], chinese[2], chinese[3]);
  const numeric = /^(\d{1,4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,4})$/.exec(text);
  if (numeric) return readNumeric(numeric[1], numeric[3], numeric[4]);
  return readNamed(text);
}

/** Numbers 1900 to 2199 are years that somebody typed, not days of 1905 or 1906. */
function readNumber(text: string, date1904: boolean): CellDate {
  const serial = Number(text);
  if (/^(?:19|20|21)\d\d$/.test(text)) return { fault: 'date-incomplete' };
  const date = excelDay(serial, date1904);
  if (date) return { date, ambiguous: false };
  return { fault: serial === 60 ? 'date-impossible' : 'date-unreadable' };
}

function readNumeric(first: string, second: string, third: string): CellDate {
  if (first.length > 2) return third.length <= 2 ? dayOf(first, second, third) : { fault: 'date-unreadable' };
  const date = dayOf(third, second, first);
  if ('date' in date) {
    const [day, month] = [Number(first), Number(second)];
    return { date: date.date, ambiguous: day <= 12 && month <= 12 && day !== month };
  }
  if (date.fault === 'date-impossible' && 'date' in dayOf(third, first, second)) return { fault: 'date-month-first' };
  return date;
}

/** 3-Nov-2026, 3 November 2026, November 3, 2026, ۳ نومبر ۲۰۲۶. */
function readNamed(text: string): CellDate {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ \-/.,]*([\p{L}\p{M}]+)[ \-/.,]*(\d{1,4})$/u.exec(text);
  const monthFirst = /^([\p{L}\p{M}]+)[ \-/.]*(\d{1,2})(?:st|nd|rd|th)?[ ,\-/.]+(\d{1,4})$/u.exec(text);
  const [day, name, year] = dayFirst?.slice(1) ?? (monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : []);
  const month = name === undefined ? undefined : MONTHS.get(name);
  if (month !== undefined && day !== undefined && year !== undefined) return dayOf(year, String(month), day);
  const partial = /^(?:([\p{L}\p{M}]+)[ \-/.,]*\d{2,4}|\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2})$/u.exec(text);
  if (partial && (partial[1] === undefined || MONTHS.has(partial[1]))) return { fault: 'date-incomplete' };
  return { fault: 'date-unreadable' };
}

function dayOf(year: string, month: string, day: string): CellDate {
  if (year.length < 3) return { fault: 'date-two-digit-year' };
  const date = parseCivilDate(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date ? { date, ambiguous: false } : { fault: 'date-impossible' };
}
