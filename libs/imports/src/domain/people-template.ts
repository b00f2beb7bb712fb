import type { Locale } from '@jssu/kernel';
import { printCsvRecord } from './parse-csv.js';
import { PEOPLE_COLUMNS, type PeopleColumn } from './people-column-names.js';
import { titleOf } from './people-columns.js';
import { writeWorkbook } from './write-workbook.js';

const WIDTHS: Readonly<Partial<Record<PeopleColumn, number>>> = {
  ...{ serviceNumber: 20, nameEn: 28, nameUr: 28, nameZh: 20, nationalId: 22, dateOfBirth: 16, rank: 24 },
  ...{ unit: 22, site: 18, post: 18, phone: 20, email: 28 },
};

const SHEETS: Readonly<Record<Locale, string>> = { en: 'People', ur: 'افراد', zh: '人员' };

/** The empty template as CSV, with headers in the reader's language. */
export function templateCsv(locale: Locale): string {
  return `\ufeff${printCsvRecord(PEOPLE_COLUMNS.map((column) => titleOf(column, locale)))}`;
}

/** The empty template as a workbook: columns of text, so that Excel leaves identity numbers and dates alone. */
export function templateWorkbook(locale: Locale): Uint8Array {
  const columns = PEOPLE_COLUMNS.map((column) => ({ header: titleOf(column, locale), width: WIDTHS[column] ?? 14 }));
  return writeWorkbook(SHEETS[locale], columns, [], { rightToLeft: locale === 'ur' });
}
