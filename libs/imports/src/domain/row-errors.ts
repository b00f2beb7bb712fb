import { defineErrors, errorCatalogue, formatMessage, inLocale, type ErrorParams, type Locale } from '@jssu/kernel';
import type { PeopleColumn } from './people-column-names.js';
import { titleOf } from './people-columns.js';
import { ROW_TEXTS, type RowCode } from './row-error-texts.js';

export const rowErrors = defineErrors('imports', ROW_TEXTS);

/** A fault (the row is refused) or a warning (it is not) in one cell; plain data, to be stored and shown in any language. */
export interface RowError {
  /** Number of the row as Excel shows it. */
  readonly row: number;
  readonly column: PeopleColumn | null;
  /** `imports.date-impossible` and the like, from the catalogue of refusals. */
  readonly code: string;
  readonly params: ErrorParams;
  /** What stands in the cell, cut to 60 characters; identity numbers are masked. */
  readonly value?: string;
}

export function rowError(
  row: number,
  column: PeopleColumn | null,
  key: RowCode,
  params: ErrorParams = {},
  value?: string,
): RowError {
  const error = { row, column, code: rowErrors[key](params).code, params };
  return value === undefined || value === '' ? error : { ...error, value };
}

export interface DescribedRowError {
  readonly column: string;
  readonly title: string;
  readonly detail: string;
  readonly remedy: string;
}

/** A row error in the reader's language. */
export function describeRowError({ code, column, params }: RowError, locale: Locale): DescribedRowError {
  const definition = errorCatalogue().get(code);
  if (!definition) return { column: column ?? '', title: code, detail: code, remedy: '' };
  const say = (text: (typeof definition)['title']) => formatMessage(inLocale(text, locale), params);
  return {
    column: column ? titleOf(column, locale) : '',
    title: say(definition.title),
    detail: say(definition.detail ?? definition.title),
    remedy: say(definition.remedy),
  };
}
