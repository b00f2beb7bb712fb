import { minutesOf, type CivilDate, type LocalizedText, type TimeRange, type Zone } from '@jssu/kernel';
import { rangeOfDays } from './local-time.js';
import { tell, type TextParams } from './tell.js';

/** What a session takes up besides its trainees. */
export interface SessionResources {
  readonly instructors: readonly { readonly personId: string; readonly role: string }[];
  readonly venueId: string | null;
  readonly equipment: readonly { readonly equipmentId: string; readonly quantity: number }[];
}

export interface SessionPlan extends SessionResources {
  readonly blockCode: string;
  readonly start: Date;
  readonly end: Date;
}

export interface PlanFrame {
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly zone: Zone;
  readonly blockCodes: readonly string[];
}

/** What was found under the ids of a plan. */
export interface KnownResources {
  readonly bookablePeople: ReadonlySet<string>;
  readonly trainees: ReadonlySet<string>;
  readonly venues: ReadonlySet<string>;
  /** Pieces that there are in all. */
  readonly equipment: ReadonlyMap<string, number>;
}

const LONGEST_MINUTES = 24 * 60;

const TEXTS = {
  'ends-before-start': {
    en: 'The end must be after the start.',
    ur: 'اختتام کا وقت آغاز کے بعد ہونا چاہیے۔',
    zh: '结束时间须晚于开始时间。',
  },
  'too-long': {
    en: 'A session lasts at most 24 hours.',
    ur: 'ایک نشست زیادہ سے زیادہ 24 گھنٹے کی ہو سکتی ہے۔',
    zh: '一个课时最长 24 小时。',
  },
  'not-whole-minutes': {
    en: 'Start and end are given in whole minutes.',
    ur: 'آغاز اور اختتام پورے منٹوں میں دیں۔',
    zh: '开始和结束时间须精确到整分钟。',
  },
  'outside-dates': {
    en: 'The session must lie within {startsOn} to {endsOn} ({zone}).',
    ur: 'نشست {startsOn} تا {endsOn} ({zone}) کے اندر ہونی چاہیے۔',
    zh: '课时须在 {startsOn} 至 {endsOn}（{zone}）之内。',
  },
  'unknown-block': {
    en: 'The syllabus has no block {code}.',
    ur: 'نصاب میں {code} نام کا کوئی حصہ نہیں۔',
    zh: '教学大纲中没有单元 {code}。',
  },
  repeated: {
    en: 'The same resource is named twice.',
    ur: 'ایک ہی وسیلہ دو بار دیا گیا ہے۔',
    zh: '同一资源出现两次。',
  },
  'unknown-instructor': {
    en: 'There is no such active person in your units, nor one who is authorised for the course.',
    ur: 'آپ کی یونٹوں میں ایسا کوئی حاضرِ خدمت شخص نہیں، نہ ہی کوئی جو اس کورس کے لیے مجاز ہو۔',
    zh: '您的单位中没有该在职人员，也没有获授权教授此课程的该人员。',
  },
  'instructor-is-trainee': {
    en: 'A trainee of the offering does not teach in it.',
    ur: 'کورس بیچ کا زیرِ تربیت شخص اسی میں انسٹرکٹر نہیں ہو سکتا۔',
    zh: '本班次的学员不得在本班次任教。',
  },
  'unknown-venue': { en: 'There is no such venue.', ur: 'ایسا کوئی مقام نہیں۔', zh: '没有该场地。' },
  'unknown-equipment': { en: 'There is no such equipment.', ur: 'ایسا کوئی سامان نہیں۔', zh: '没有该设备。' },
  'more-than-there-is': {
    en: 'There are {quantity} of it in all.',
    ur: 'کل {quantity} عدد موجود ہیں۔',
    zh: '总共只有 {quantity} 件。',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export interface PlanProblem {
  /** Where in the input, such as `instructors[1].personId`. */
  readonly path: string;
  readonly code: keyof typeof TEXTS;
  readonly message: LocalizedText;
}

function problem(path: string, code: keyof typeof TEXTS, params: TextParams = {}): PlanProblem {
  return { path, code, message: tell(TEXTS[code], params) };
}

/** What is wrong with a plan by itself, before any look at what others have booked. */
export function planProblems(plan: SessionPlan, frame: PlanFrame): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const { blockCode, instructors, equipment } = plan;
  if (!frame.blockCodes.includes(blockCode)) problems.push(problem('blockCode', 'unknown-block', { code: blockCode }));
  problems.push(...timeProblems(plan, frame));
  const repeats = (ids: readonly string[], path: (i: number) => string) =>
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) problems.push(problem(path(i), 'repeated'));
    });
  repeats(
    instructors.map(({ personId }) => personId),
    (i) => `instructors[${i}].personId`,
  );
  repeats(
    equipment.map(({ equipmentId }) => equipmentId),
    (i) => `equipment[${i}].equipmentId`,
  );
  return problems;
}

/** What is wrong with the resources that a plan names. */
export function resourceProblems(plan: SessionResources, known: KnownResources): PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const [i, { personId }] of plan.instructors.entries()) {
    const path = `instructors[${i}].personId`;
    if (known.trainees.has(personId)) problems.push(problem(path, 'instructor-is-trainee'));
    else if (!known.bookablePeople.has(personId)) problems.push(problem(path, 'unknown-instructor'));
  }
  if (plan.venueId && !known.venues.has(plan.venueId)) problems.push(problem('venueId', 'unknown-venue'));
  for (const [i, { equipmentId, quantity }] of plan.equipment.entries()) {
    const stock = known.equipment.get(equipmentId);
    if (stock === undefined) problems.push(problem(`equipment[${i}].equipmentId`, 'unknown-equipment'));
    else if (quantity > stock)
      problems.push(problem(`equipment[${i}].quantity`, 'more-than-there-is', { quantity: stock }));
  }
  return problems;
}

function timeProblems(range: TimeRange, { startsOn, endsOn, zone }: PlanFrame): PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (!(range.end > range.start)) problems.push(problem('end', 'ends-before-start'));
  else if (minutesOf(range) > LONGEST_MINUTES) problems.push(problem('end', 'too-long'));
  if ([range.start, range.end].some((instant) => instant.getTime() % 60_000 !== 0))
    problems.push(problem('start', 'not-whole-minutes'));
  const days = rangeOfDays(startsOn, endsOn, zone);
  if (range.start < days.start || range.end > days.end)
    problems.push(problem(range.start < days.start ? 'start' : 'end', 'outside-dates', { startsOn, endsOn, zone }));
  return problems;
}
