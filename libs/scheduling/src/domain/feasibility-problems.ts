import type { LocalizedText } from '@jssu/kernel';
import { tell, type TextParams } from './tell.js';

interface Rule {
  readonly message: LocalizedText;
  readonly remedy: LocalizedText;
}

const RULES = {
  'block-short': {
    message: {
      en: 'Block {block}: {planned} of {needed} minutes are planned.',
      ur: 'نصابی حصہ {block}: {needed} میں سے {planned} منٹ طے ہیں۔',
      zh: '单元 {block}：需 {needed} 分钟，已排 {planned} 分钟。',
    },
    remedy: {
      en: 'Add a session of the block, or lengthen one.',
      ur: 'اس حصے کی نشست بڑھائیں یا کسی نشست کا دورانیہ زیادہ کریں۔',
      zh: '请增加该单元的课时，或延长课时。',
    },
  },
  'session-not-booked': {
    message: {
      en: 'Session {number} ({block}) has given back its bookings when the offering was postponed.',
      ur: 'کورس بیچ ملتوی ہونے پر نشست {number} ({block}) کی بکنگ واپس ہو گئی تھی۔',
      zh: '班次延期时，第 {number} 课时（{block}）的预订已释放。',
    },
    remedy: {
      en: 'Give it a new time, or cancel it.',
      ur: 'اسے نیا وقت دیں یا منسوخ کریں۔',
      zh: '请重新安排时间，或取消。',
    },
  },
  'session-outside-dates': {
    message: {
      en: 'Session {number} ({block}) lies outside {startsOn} to {endsOn}.',
      ur: 'نشست {number} ({block}) تاریخوں {startsOn} تا {endsOn} سے باہر ہے۔',
      zh: '第 {number} 课时（{block}）不在 {startsOn} 至 {endsOn} 之内。',
    },
    remedy: {
      en: 'Move the session, or change the dates of the offering.',
      ur: 'نشست کا وقت بدلیں یا کورس بیچ کی تاریخیں تبدیل کریں۔',
      zh: '请调整课时时间，或更改班次日期。',
    },
  },
  'role-missing': {
    message: {
      en: 'Session {number} ({block}) needs {needed} × {role}; {booked} booked.',
      ur: 'نشست {number} ({block}) کے لیے {needed} × {role} درکار ہیں؛ {booked} بُک ہیں۔',
      zh: '第 {number} 课时（{block}）需要{role} {needed} 名，已安排 {booked} 名。',
    },
    remedy: {
      en: 'Book an authorised instructor in that role.',
      ur: 'اس کردار میں کسی مجاز انسٹرکٹر کو بُک کریں۔',
      zh: '请安排获授权担任该职务的教员。',
    },
  },
  'instructor-not-authorised': {
    message: {
      en: 'Session {number} ({block}): {name} is not authorised as {role} on {on}.',
      ur: 'نشست {number} ({block}): {on} کو {name} بطور {role} مجاز نہیں۔',
      zh: '第 {number} 课时（{block}）：{name} 在 {on} 未获授权担任{role}。',
    },
    remedy: {
      en: 'Choose another instructor or another day, or have the authorisation granted.',
      ur: 'کوئی دوسرا انسٹرکٹر یا دن چنیں، یا اجازت جاری کروائیں۔',
      zh: '请另选教员或日期，或办理授权。',
    },
  },
  'ratio-exceeded': {
    message: {
      en: 'Session {number} ({block}): {seats} trainees need {needed} lead or assistant instructors; {booked} booked.',
      ur: 'نشست {number} ({block}): {seats} زیرِ تربیت افراد کے لیے {needed} مرکزی یا معاون انسٹرکٹر درکار ہیں؛ {booked} بُک ہیں۔',
      zh: '第 {number} 课时（{block}）：{seats} 名学员需要主讲或助教共 {needed} 名，已安排 {booked} 名。',
    },
    remedy: {
      en: 'Book more instructors, or lower the number of seats.',
      ur: 'مزید انسٹرکٹر بُک کریں یا نشستوں کی تعداد کم کریں۔',
      zh: '请增加教员，或减少名额。',
    },
  },
  'venue-missing': {
    message: {
      en: 'Session {number} ({block}) needs a venue of the kind “{kind}”.',
      ur: 'نشست {number} ({block}) کے لیے ”{kind}“ قسم کا مقام درکار ہے۔',
      zh: '第 {number} 课时（{block}）需要“{kind}”类场地。',
    },
    remedy: { en: 'Book a venue of that kind.', ur: 'اس قسم کا مقام بُک کریں۔', zh: '请预订该类场地。' },
  },
  'venue-of-other-kind': {
    message: {
      en: 'Session {number} ({block}) needs a venue of the kind “{kind}”; {venue} is “{booked}”.',
      ur: 'نشست {number} ({block}) کے لیے ”{kind}“ قسم کا مقام درکار ہے؛ {venue} ”{booked}“ ہے۔',
      zh: '第 {number} 课时（{block}）需要“{kind}”类场地，{venue} 为“{booked}”类。',
    },
    remedy: { en: 'Book a venue of that kind.', ur: 'اس قسم کا مقام بُک کریں۔', zh: '请预订该类场地。' },
  },
  'venue-too-small': {
    message: {
      en: 'Session {number} ({block}): {venue} holds {capacity}; the offering has {seats} seats.',
      ur: 'نشست {number} ({block}): {venue} میں {capacity} کی گنجائش ہے؛ کورس بیچ میں {seats} نشستیں ہیں۔',
      zh: '第 {number} 课时（{block}）：{venue} 可容纳 {capacity} 人，班次名额为 {seats}。',
    },
    remedy: {
      en: 'Book a larger venue, or lower the number of seats.',
      ur: 'بڑا مقام بُک کریں یا نشستوں کی تعداد کم کریں۔',
      zh: '请预订更大的场地，或减少名额。',
    },
  },
  'equipment-missing': {
    message: {
      en: 'Session {number} ({block}) needs {needed} × “{kind}”; {booked} booked.',
      ur: 'نشست {number} ({block}) کے لیے {needed} × ”{kind}“ درکار ہیں؛ {booked} بُک ہیں۔',
      zh: '第 {number} 课时（{block}）需要“{kind}” {needed} 件，已预订 {booked} 件。',
    },
    remedy: { en: 'Book more of it.', ur: 'مزید بُک کریں۔', zh: '请增加预订数量。' },
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type FeasibilityRule = keyof typeof RULES;

/** Why an offering cannot be published yet. */
export interface FeasibilityProblem {
  readonly rule: FeasibilityRule;
  readonly block: string;
  readonly session: { readonly id: string; readonly number: number } | null;
  /** The numbers, codes and names of the message. */
  readonly params: TextParams;
  readonly message: LocalizedText;
  readonly remedy: LocalizedText;
}

export function feasibilityProblem(
  rule: FeasibilityRule,
  block: string,
  session: { readonly id: string; readonly number: number } | null,
  params: TextParams,
): FeasibilityProblem {
  const { message, remedy } = RULES[rule];
  const all = { ...params, block, ...(session ? { number: session.number } : {}) };
  return {
    rule,
    block,
    session: session && { id: session.id, number: session.number },
    params,
    message: tell(message, all),
    remedy,
  };
}

/** The same rule broken at the same place, whatever the numbers. */
export function isSameProblem(a: FeasibilityProblem, b: FeasibilityProblem): boolean {
  return a.rule === b.rule && a.block === b.block && a.session?.id === b.session?.id;
}
