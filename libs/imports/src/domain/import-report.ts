import type { Locale, LocalizedText } from '@jssu/kernel';
import { printCsvRecord } from './parse-csv.js';
import { describeRowError, type RowError } from './row-errors.js';

export const ROW_OUTCOMES = ['created', 'changed', 'unchanged', 'refused'] as const;
export type RowOutcomeKind = (typeof ROW_OUTCOMES)[number];

/** What became of a row, or in a dry run would become of it. */
export interface RowOutcome {
  readonly row: number;
  readonly outcome: RowOutcomeKind;
  readonly serviceNumber: string | null;
  readonly errors: readonly RowError[];
  readonly warnings: readonly RowError[];
}

export type OutcomeCounts = Readonly<Record<RowOutcomeKind | 'total' | 'withWarnings', number>>;

export const NO_OUTCOMES: OutcomeCounts = {
  total: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  withWarnings: 0,
};

export function addOutcomes(counts: OutcomeCounts, outcomes: Iterable<RowOutcome>): OutcomeCounts {
  const sum = { ...counts };
  for (const { outcome, warnings } of outcomes) {
    sum.total += 1;
    sum[outcome] += 1;
    if (warnings.length > 0) sum.withWarnings += 1;
  }
  return sum;
}

const HEADERS: readonly LocalizedText[] = [
  { en: 'Row', ur: 'سطر', zh: '行' },
  { en: 'Outcome', ur: 'نتیجہ', zh: '结果' },
  { en: 'Service number', ur: 'سروس نمبر', zh: '军警号' },
  { en: 'Kind', ur: 'قسم', zh: '类型' },
  { en: 'Column', ur: 'کالم', zh: '列' },
  { en: 'Value', ur: 'اندراج', zh: '值' },
  { en: 'Reason', ur: 'وجہ', zh: '原因' },
  { en: 'What to do', ur: 'حل', zh: '处理方法' },
  { en: 'Code', ur: 'کوڈ', zh: '代码' },
];

const OUTCOMES: Readonly<Record<RowOutcomeKind, LocalizedText>> = {
  created: { en: 'created', ur: 'نیا اندراج', zh: '新增' },
  changed: { en: 'changed', ur: 'تبدیل شدہ', zh: '已更改' },
  unchanged: { en: 'unchanged', ur: 'جوں کا توں', zh: '无变化' },
  refused: { en: 'refused', ur: 'مسترد', zh: '已拒绝' },
};

const KINDS: Readonly<Record<'error' | 'warning', LocalizedText>> = {
  error: { en: 'error', ur: 'غلطی', zh: '错误' },
  warning: { en: 'warning', ur: 'تنبیہ', zh: '警告' },
};

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The report as CSV in the reader's language, piece by piece: UTF-8 with a byte order mark, without which Excel spoils
 * Urdu and Chinese. One line for every fault and warning, one for a row without any.
 */
export function* printReport(outcomes: Iterable<RowOutcome>, locale: Locale): Generator<string> {
  yield BYTE_ORDER_MARK + printCsvRecord(HEADERS.map((header) => header[locale]));
  for (const outcome of outcomes) yield reportLines(outcome, locale);
}

export function reportLines({ row, outcome, serviceNumber, errors, warnings }: RowOutcome, locale: Locale): string {
  const start = [String(row), OUTCOMES[outcome][locale], safeCell(serviceNumber ?? '')];
  const notes = [
    ...errors.map((error) => ({ kind: KINDS.error[locale], error })),
    ...warnings.map((error) => ({ kind: KINDS.warning[locale], error })),
  ];
  if (notes.length === 0) return printCsvRecord([...start, '', '', '', '', '', '']);
  return notes
    .map(({ kind, error }) => {
      const { column, detail, remedy } = describeRowError(error, locale);
      return printCsvRecord([...start, kind, column, error.value ?? '', detail, remedy, error.code].map(safeCell));
    })
    .join('');
}

/** A cell that Excel would run gets an apostrophe before it (OWASP, CSV injection), however many blanks lead it. */
export function safeCell(text: string): string {
  return /^[\s\ufeff]*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
}
