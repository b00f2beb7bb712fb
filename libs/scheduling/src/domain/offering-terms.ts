import { daysBetween, type CivilDate, type LocalizedText } from '@jssu/kernel';

/** Dates and seats of an offering. */
export interface OfferingTerms {
  readonly seatsMin: number;
  readonly seatsMax: number;
  readonly startsOn: CivilDate;
  /** The last day, inclusive. */
  readonly endsOn: CivilDate;
  /** The last day, inclusive; null: until they are closed by hand. */
  readonly nominationsCloseOn: CivilDate | null;
}

const LONGEST_DAYS = 366;

const TEXTS = {
  'ends-before-start': {
    en: 'The last day is before the first.',
    ur: 'آخری دن پہلے دن سے پہلے ہے۔',
    zh: '结束日早于开始日。',
  },
  'too-long': {
    en: 'An offering lasts at most 366 days.',
    ur: 'ایک کورس بیچ زیادہ سے زیادہ 366 دن کا ہو سکتا ہے۔',
    zh: '一个班次最长 366 天。',
  },
  'nominations-close-after-end': {
    en: 'Nominations close on the last day at the latest.',
    ur: 'نامزدگیاں زیادہ سے زیادہ آخری دن تک بند ہونی چاہئیں۔',
    zh: '推荐最迟须在结束日截止。',
  },
  'seats-min-above-max': {
    en: 'The least number of seats is above the greatest.',
    ur: 'کم از کم نشستیں زیادہ سے زیادہ نشستوں سے زائد ہیں۔',
    zh: '最少名额大于最多名额。',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export interface TermsProblem {
  readonly path: string;
  readonly code: keyof typeof TEXTS;
  readonly message: LocalizedText;
}

export function termsProblems({
  seatsMin,
  seatsMax,
  startsOn,
  endsOn,
  nominationsCloseOn,
}: OfferingTerms): TermsProblem[] {
  const problems: TermsProblem[] = [];
  const report = (path: string, code: keyof typeof TEXTS) => void problems.push({ path, code, message: TEXTS[code] });
  if (endsOn < startsOn) report('endsOn', 'ends-before-start');
  else if (daysBetween(startsOn, endsOn) >= LONGEST_DAYS) report('endsOn', 'too-long');
  if (nominationsCloseOn && nominationsCloseOn > endsOn) report('nominationsCloseOn', 'nominations-close-after-end');
  if (seatsMin > seatsMax) report('seatsMin', 'seats-min-above-max');
  return problems;
}
