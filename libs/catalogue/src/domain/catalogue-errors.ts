import { defineErrors } from '@jssu/kernel';

export const catalogueErrors = defineErrors('catalogue', {
  'bad-content': {
    status: 422,
    title: { en: 'The syllabus is not valid', ur: 'نصاب درست نہیں', zh: '教学大纲无效' },
    remedy: {
      en: 'Correct the places named under `problems`; nothing was saved.',
      ur: '`problems` میں دی گئی جگہیں درست کریں؛ کچھ محفوظ نہیں ہوا۔',
      zh: '请更正 `problems` 中列出的位置；未保存任何内容。',
    },
  },
  'code-taken': {
    status: 409,
    title: { en: 'The code is taken', ur: 'کوڈ پہلے سے موجود ہے', zh: '代码已被占用' },
    detail: {
      en: 'Something else has the code {code}.',
      ur: 'کوڈ {code} کسی اور چیز کا ہے۔',
      zh: '代码 {code} 已属其他项目。',
    },
    remedy: { en: 'Choose another code.', ur: 'کوئی اور کوڈ منتخب کریں۔', zh: '请另选代码。' },
  },
  'draft-exists': {
    status: 409,
    title: { en: 'The course has a draft already', ur: 'کورس کا مسودہ پہلے سے موجود ہے', zh: '该课程已有草稿' },
    remedy: {
      en: 'Edit that draft, or approve it first.',
      ur: 'اسی مسودے میں ترمیم کریں، یا پہلے اسے منظور کریں۔',
      zh: '请编辑该草稿，或先批准它。',
    },
  },
  'version-frozen': {
    status: 409,
    title: {
      en: 'An approved version does not change',
      ur: 'منظور شدہ ورژن تبدیل نہیں ہوتا',
      zh: '已批准的版本不可更改',
    },
    detail: { en: 'The version is {state}.', ur: 'ورژن کی حالت: {state}۔', zh: '该版本的状态为 {state}。' },
    remedy: {
      en: 'Make a new version of the course and change that one.',
      ur: 'کورس کا نیا ورژن بنائیں اور اس میں تبدیلی کریں۔',
      zh: '请为课程新建版本后修改。',
    },
  },
  'not-in-use': {
    status: 409,
    title: {
      en: 'Only an approved version can be retired',
      ur: 'صرف منظور شدہ ورژن ہی ختم کیا جا سکتا ہے',
      zh: '只有已批准的版本才能停用',
    },
    detail: { en: 'The version is {state}.', ur: 'ورژن کی حالت: {state}۔', zh: '该版本的状态为 {state}。' },
    remedy: { en: 'Approve it first, or leave it.', ur: 'پہلے منظور کریں، یا رہنے دیں۔', zh: '请先批准，或保持不变。' },
  },
  'bad-validity': {
    status: 422,
    title: { en: 'The last day is before the first', ur: 'آخری دن پہلے دن سے پہلے ہے', zh: '结束日早于开始日' },
    remedy: {
      en: 'Give a last day on or after the first.',
      ur: 'آخری دن پہلے دن کے برابر یا بعد کا دیں۔',
      zh: '请提供不早于开始日的结束日。',
    },
  },
  'already-authorised': {
    status: 409,
    title: {
      en: 'The instructor is authorised already then',
      ur: 'اس مدت میں انسٹرکٹر پہلے سے مجاز ہے',
      zh: '该教员在此期间已获授权',
    },
    remedy: {
      en: 'Choose other days, or withdraw the present authorisation first.',
      ur: 'دوسرے دن منتخب کریں، یا پہلے موجودہ اجازت واپس لیں۔',
      zh: '请另选日期，或先撤回现有授权。',
    },
  },
  'actor-is-subject': {
    status: 403,
    title: {
      en: 'Nobody authorises himself as an instructor',
      ur: 'کوئی شخص خود کو انسٹرکٹر مقرر نہیں کر سکتا',
      zh: '任何人不得授权自己为教员',
    },
    remedy: {
      en: 'Ask another administrator.',
      ur: 'کسی دوسرے ایڈمنسٹریٹر سے کہیں۔',
      zh: '请由另一名管理员办理。',
    },
  },
});
