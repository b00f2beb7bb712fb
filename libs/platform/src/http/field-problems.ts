import type { ValidationError } from '@nestjs/common';
import { formatMessage, inLocale, type Locale, type LocalizedText } from '@jssu/kernel';

export interface FieldProblem {
  readonly field: string;
  /** For the reader, in his language. */
  readonly problems: readonly string[];
  /** For programs: the names of the rules, as class-validator has them. */
  readonly rules: readonly string[];
}

const t = (en: string, ur: string, zh: string): LocalizedText => ({ en, ur, zh });
const FORM = t('does not have the right form', 'درست شکل میں نہیں', '格式不正确');
const LENGTH = t('must have {0} to {1} characters', '{0} سے {1} حروف ہونے چاہییں', '须为 {0} 至 {1} 个字符');

/** By the name of the rule; the numbers are those of its English message. */
const TEXTS: Readonly<Record<string, LocalizedText>> = {
  whitelistValidation: t('is not known here', 'یہاں معلوم نہیں', '为未知字段'),
  isString: t('must be a text', 'متن ہونا چاہیے', '须为文本'),
  isNotEmpty: t('must not be empty', 'خالی نہیں ہونا چاہیے', '不得为空'),
  isUuid: t('must be an id', 'شناختی آئی ڈی (UUID) ہونی چاہیے', '须为标识符（UUID）'),
  isInt: t('must be a whole number', 'پورا عدد ہونا چاہیے', '须为整数'),
  isNumber: t('must be a number', 'عدد ہونا چاہیے', '须为数字'),
  isBoolean: t('must be true or false', 'true یا false ہونا چاہیے', '须为 true 或 false'),
  isDateString: t('must be an instant in ISO 8601', 'ISO 8601 میں وقت ہونا چاہیے', '须为 ISO 8601 时间'),
  isCivilDate: t(
    'must be a calendar day as YYYY-MM-DD',
    'تاریخ YYYY-MM-DD کی شکل میں ہونی چاہیے',
    '须为 YYYY-MM-DD 格式的日期',
  ),
  isEmail: t('must be an e-mail address', 'ای میل پتہ ہونا چاہیے', '须为电子邮件地址'),
  isArray: t('must be a list', 'فہرست ہونی چاہیے', '须为列表'),
  min: t('must be {0} or more', '{0} یا اس سے زیادہ ہونا چاہیے', '不得小于 {0}'),
  max: t('must be {0} or less', '{0} یا اس سے کم ہونا چاہیے', '不得大于 {0}'),
  maxLength: t('must have {0} characters at most', 'زیادہ سے زیادہ {0} حروف ہو سکتے ہیں', '最多 {0} 个字符'),
  minLength: t('must have {0} characters at least', 'کم از کم {0} حروف ہونے چاہییں', '至少 {0} 个字符'),
  arrayMinSize: t('must have {0} elements at least', 'کم از کم {0} اندراجات ہونے چاہییں', '至少 {0} 项'),
  arrayMaxSize: t('must have {0} elements at most', 'زیادہ سے زیادہ {0} اندراجات ہو سکتے ہیں', '最多 {0} 项'),
};

/** Every wrong field of a request, those of nested objects by their path. */
export function fieldProblems(errors: readonly ValidationError[], locale: Locale, prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = prefix ? `${prefix}.${error.property}` : error.property;
    const rules = Object.entries(error.constraints ?? {});
    const own = {
      field,
      problems: rules.map(([rule, text]) => say(rule, text, locale)),
      rules: rules.map(([rule]) => rule),
    };
    return [...(rules.length > 0 ? [own] : []), ...fieldProblems(error.children ?? [], locale, field)];
  });
}

function say(rule: string, message: string, locale: Locale): string {
  if (rule === 'isIn') {
    const values = message.split(': ').pop() ?? '';
    return formatMessage(
      inLocale(t('must be one of {0}', 'ان میں سے ایک ہونا چاہیے: {0}', '须为下列之一：{0}'), locale),
      { 0: values },
    );
  }
  const numbers = { ...(message.match(/-?\d+(\.\d+)?/g) ?? []) };
  if (rule === 'isLength') {
    const text = '1' in numbers ? LENGTH : message.includes('longer') ? TEXTS['minLength'] : TEXTS['maxLength'];
    return formatMessage(inLocale(text, locale), numbers);
  }
  const text = TEXTS[rule];
  if (text) return formatMessage(inLocale(text, locale), numbers);
  // A rule of a DTO's own says in English what it wants; in the other languages that it is not met.
  return locale === 'en' ? message : inLocale(FORM, locale);
}
