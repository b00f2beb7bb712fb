import { defineErrors } from '@jssu/kernel';

/** Refusals around schemes and their versions. */
export const schemeErrors = defineErrors('certification', {
  'no-published-version': {
    status: 409,
    title: {
      en: 'The scheme has no published version in force',
      ur: 'اسکیم کا کوئی نافذ شدہ ورژن نہیں',
      zh: '该方案没有已生效的发布版本',
    },
    remedy: { en: 'Publish a version first.', ur: 'پہلے ایک ورژن شائع کریں۔', zh: '请先发布一个版本。' },
  },
  'bad-rules': {
    status: 422,
    title: { en: 'The rules of the scheme are not valid', ur: 'اسکیم کے قواعد درست نہیں', zh: '方案规则无效' },
    remedy: {
      en: 'Correct the places named under `problems`; nothing was saved.',
      ur: '`problems` میں دی گئی جگہیں درست کریں؛ کچھ محفوظ نہیں ہوا۔',
      zh: '请更正 `problems` 中列出的位置；未保存任何内容。',
    },
  },
  'scheme-code-taken': {
    status: 409,
    title: { en: 'The code is taken', ur: 'یہ کوڈ پہلے سے استعمال میں ہے', zh: '该代码已被使用' },
    detail: {
      en: 'Another scheme has the code {code}.',
      ur: 'کوڈ {code} ایک اور اسکیم کا ہے۔',
      zh: '代码 {code} 属于另一方案。',
    },
    remedy: {
      en: 'Choose another code, or draft a new version of that scheme.',
      ur: 'کوئی اور کوڈ منتخب کریں، یا اس اسکیم کا نیا ورژن تیار کریں۔',
      zh: '请另选代码，或为该方案起草新版本。',
    },
  },
  'draft-exists': {
    status: 409,
    title: { en: 'The scheme has a draft already', ur: 'اسکیم کا مسودہ پہلے سے موجود ہے', zh: '该方案已有草案' },
    remedy: {
      en: 'Change or publish version {number} first.',
      ur: 'پہلے ورژن {number} تبدیل یا شائع کریں۔',
      zh: '请先修改或发布第 {number} 版。',
    },
  },
  'not-published': {
    status: 409,
    title: {
      en: 'Only a published version can be retired',
      ur: 'صرف شائع شدہ ورژن واپس لیا جا سکتا ہے',
      zh: '只有已发布的版本可以停用',
    },
    detail: {
      en: 'Version {number} is {state}.',
      ur: 'ورژن {number} کی حالت {state} ہے۔',
      zh: '第 {number} 版的状态为 {state}。',
    },
    remedy: {
      en: 'A draft is changed, a retired version stays as it is.',
      ur: 'مسودہ تبدیل کیا جاتا ہے؛ واپس لیا گیا ورژن جوں کا توں رہتا ہے۔',
      zh: '草案可以修改；已停用的版本保持不变。',
    },
  },
  'not-a-draft': {
    status: 409,
    title: { en: 'Only a draft can be changed', ur: 'صرف مسودہ تبدیل ہو سکتا ہے', zh: '只有草案可以修改' },
    detail: {
      en: 'Version {number} is {state}; past decisions are judged by it.',
      ur: 'ورژن {number} کی حالت {state} ہے؛ سابقہ فیصلے اسی سے جانچے جاتے ہیں۔',
      zh: '第 {number} 版的状态为 {state}；以往决定均依其判断。',
    },
    remedy: { en: 'Draft a new version.', ur: 'نیا ورژن تیار کریں۔', zh: '请起草新版本。' },
  },
});
