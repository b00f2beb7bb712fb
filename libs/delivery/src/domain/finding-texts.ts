import { formatMessage, inLocale, type Locale, type LocalizedText } from '@jssu/kernel';
import type { Finding, Outcome, ShortfallCode } from './judge.js';
import type { Obstacle } from './obstacles.js';
import type { WarningCode } from './outlook.js';

const OUTCOME_TEXTS: Readonly<Record<Outcome, LocalizedText>> = {
  passed: { en: 'passed', ur: 'کامیاب', zh: '通过' },
  failed: { en: 'failed', ur: 'ناکام', zh: '未通过' },
  incomplete: { en: 'incomplete', ur: 'نامکمل', zh: '未完成' },
};

const FINDING_TEXTS: Readonly<Record<ShortfallCode | WarningCode, LocalizedText>> = {
  'attendance-below-minimum': {
    en: 'Attended {attended} of {total} minutes; {required} are required.',
    ur: '{total} میں سے {attended} منٹ حاضری؛ {required} لازم ہیں۔',
    zh: '共 {total} 分钟，出勤 {attended} 分钟；要求 {required} 分钟。',
  },
  'assessment-not-taken': {
    en: '“{assessment}” was not taken.',
    ur: '”{assessment}“ کا امتحان نہیں دیا گیا۔',
    zh: '未参加“{assessment}”。',
  },
  'assessment-not-passed': {
    en: '“{assessment}” was not passed: {best} points, {passScore} are required.',
    ur: '”{assessment}“ میں کامیابی نہیں ہوئی: {best} نمبر، {passScore} لازم ہیں۔',
    zh: '“{assessment}”未通过：得 {best} 分，要求 {passScore} 分。',
  },
  'too-few-passed': {
    en: '{passed} assessment(s) passed; {atLeast} are required.',
    ur: '{passed} امتحانات میں کامیابی؛ {atLeast} لازم ہیں۔',
    zh: '通过 {passed} 项考核；要求 {atLeast} 项。',
  },
  'average-too-low': {
    en: 'The average is {average} %; {minimum} % is required.',
    ur: 'اوسط {average}٪ ہے؛ {minimum}٪ لازم ہے۔',
    zh: '平均成绩为 {average}%；要求 {minimum}%。',
  },
  'set-by-decision': {
    en: 'The outcome was set by decision; by the rules it would be “{byTheRules}”.',
    ur: 'نتیجہ فیصلے سے مقرر ہوا؛ قواعد کے مطابق یہ ”{byTheRules}“ ہوتا۔',
    zh: '结果由决定确定；按规则应为“{byTheRules}”。',
  },
  'attendance-out-of-reach': {
    en: 'Passing is no longer possible: of the {required} minutes required, at most {attended} can still be attended.',
    ur: 'اب کامیابی ممکن نہیں: لازمی {required} منٹ میں سے زیادہ سے زیادہ {attended} منٹ حاضری ہو سکتی ہے۔',
    zh: '已无法通过：要求出勤 {required} 分钟，最多只能达到 {attended} 分钟。',
  },
  'attempts-used-up': {
    en: 'Passing is no longer possible: all attempts at “{assessment}” are used without a pass.',
    ur: 'اب کامیابی ممکن نہیں: ”{assessment}“ کی تمام کوششیں کامیابی کے بغیر ختم ہو چکی ہیں۔',
    zh: '已无法通过：“{assessment}”的考核次数已用完且未通过。',
  },
  'too-few-can-be-passed': {
    en: 'Passing is no longer possible: at most {passed} assessment(s) can be passed, and {atLeast} are required.',
    ur: 'اب کامیابی ممکن نہیں: زیادہ سے زیادہ {passed} امتحانات میں کامیابی ہو سکتی ہے، جبکہ {atLeast} لازم ہیں۔',
    zh: '已无法通过：最多只能通过 {passed} 项考核，而要求 {atLeast} 项。',
  },
  'average-out-of-reach': {
    en: 'Passing is no longer possible: the average can reach {average} % at most, and {minimum} % is required.',
    ur: 'اب کامیابی ممکن نہیں: اوسط زیادہ سے زیادہ {average}٪ ہو سکتی ہے، جبکہ {minimum}٪ لازم ہے۔',
    zh: '已无法通过：平均成绩最高只能达到 {average}%，而要求 {minimum}%。',
  },
  'one-more-absence': {
    en: 'At risk: missing another session can make passing impossible. At most {mayMissMinutes} more minutes may be missed.',
    ur: 'خطرہ: ایک اور نشست میں غیر حاضری سے کامیابی ناممکن ہو سکتی ہے۔ مزید زیادہ سے زیادہ {mayMissMinutes} منٹ کی غیر حاضری کی گنجائش ہے۔',
    zh: '存在风险：再缺一次课可能导致无法通过。最多还可缺勤 {mayMissMinutes} 分钟。',
  },
  'last-attempt': {
    en: 'At risk: the next attempt at “{assessment}” is the last; {passScore} points are required.',
    ur: 'خطرہ: ”{assessment}“ کی اگلی کوشش آخری ہے؛ {passScore} نمبر لازم ہیں۔',
    zh: '存在风险：“{assessment}”的下一次考核为最后一次；要求 {passScore} 分。',
  },
};

const OBSTACLE_TEXTS: Readonly<Record<Obstacle['code'], LocalizedText>> = {
  'register-not-countersigned': {
    en: 'Registers are not countersigned: {count}.',
    ur: 'جن حاضری رجسٹروں پر دوسرے دستخط باقی ہیں: {count}۔',
    zh: '尚未会签的考勤表：{count} 份。',
  },
  'results-missing': {
    en: 'Trainees without a result that they need: {count}.',
    ur: 'جن زیرِ تربیت افراد کا لازمی نتیجہ درج نہیں: {count}۔',
    zh: '缺少必要成绩的学员：{count} 人。',
  },
  'never-attended': {
    en: 'Confirmed, but never present: {count}. Record them as no-shows.',
    ur: 'تصدیق شدہ مگر کبھی حاضر نہیں ہوئے: {count}۔ انہیں ”نہیں آیا“ درج کریں۔',
    zh: '已确认但从未出勤：{count} 人。请登记为未报到。',
  },
  'nothing-delivered': {
    en: 'No session was held, or nobody attends.',
    ur: 'کوئی نشست نہیں ہوئی، یا کوئی شریک نہیں۔',
    zh: '没有已举行的课时，或无人参训。',
  },
};

/** A finding in the reader's words, with the titles of assessments for their codes. */
export function tellFinding(
  { code, figures }: Finding<ShortfallCode | WarningCode>,
  locale: Locale,
  assessments: readonly { readonly code: string; readonly title: LocalizedText }[],
): string {
  const { assessment, byTheRules } = figures;
  const title = assessments.find((one) => one.code === assessment)?.title;
  return formatMessage(inLocale(FINDING_TEXTS[code], locale), {
    ...figures,
    ...(title && { assessment: inLocale(title, locale) }),
    ...(byTheRules && { byTheRules: inLocale(OUTCOME_TEXTS[byTheRules as Outcome], locale) }),
  });
}

export function tellObstacle(obstacle: Obstacle, locale: Locale): string {
  const { sessions = [], enrolmentIds = [] } = { ...obstacle } as {
    sessions?: readonly unknown[];
    enrolmentIds?: readonly string[];
  };
  return formatMessage(inLocale(OBSTACLE_TEXTS[obstacle.code], locale), {
    count: sessions.length + enrolmentIds.length,
  });
}
