import { defineErrors } from '@jssu/kernel';

export const peopleErrors = defineErrors('people', {
  'service-number-taken': {
    status: 409,
    title: { en: 'The service number is taken', ur: 'سروس نمبر پہلے سے موجود ہے', zh: '军警号已存在' },
    detail: {
      en: 'Another person has the service number {serviceNumber}.',
      ur: 'سروس نمبر {serviceNumber} کسی اور کا ہے۔',
      zh: '编号 {serviceNumber} 已属他人。',
    },
    remedy: {
      en: 'Check the number, or open the person who has it.',
      ur: 'نمبر جانچیں، یا اس شخص کا ریکارڈ کھولیں۔',
      zh: '请核对编号，或打开该人员的记录。',
    },
  },
  'national-id-taken': {
    status: 409,
    title: { en: 'The national id is taken', ur: 'شناختی کارڈ نمبر پہلے سے موجود ہے', zh: '身份证号已存在' },
    remedy: {
      en: 'Check the number; the person may be on record under another service number.',
      ur: 'نمبر جانچیں؛ شاید یہ شخص کسی اور سروس نمبر سے درج ہے۔',
      zh: '请核对号码；该人员可能以其他编号登记。',
    },
  },
  'posting-overlaps': {
    status: 409,
    title: {
      en: 'The person is posted elsewhere then',
      ur: 'اس مدت میں یہ شخص کہیں اور تعینات ہے',
      zh: '该人员此期间另有派驻',
    },
    remedy: {
      en: 'Start after the present posting, or end that one first.',
      ur: 'موجودہ تعیناتی کے بعد شروع کریں، یا پہلے اسے ختم کریں۔',
      zh: '请在现派驻结束后开始，或先结束现派驻。',
    },
  },
  'no-national-id': {
    status: 404,
    title: { en: 'No national id is on record', ur: 'کوئی شناختی نمبر درج نہیں', zh: '未登记身份证号' },
    remedy: {
      en: 'Add it by an import or on the person’s page.',
      ur: 'امپورٹ یا شخص کے صفحے سے شامل کریں۔',
      zh: '请通过导入或人员页面添加。',
    },
  },
  'actor-is-subject': {
    status: 403,
    title: {
      en: 'Nobody changes his own record',
      ur: 'کوئی شخص اپنا ریکارڈ خود تبدیل نہیں کر سکتا',
      zh: '任何人不得更改本人的记录',
    },
    remedy: {
      en: 'Ask another administrator.',
      ur: 'کسی دوسرے ایڈمنسٹریٹر سے کہیں۔',
      zh: '请由另一名管理员办理。',
    },
  },
});
