import { defineErrors } from '@jssu/kernel';

/** Refusals of planning. */
export const schedulingErrors = defineErrors('scheduling', {
  'wrong-state': {
    status: 409,
    title: {
      en: 'The offering is not in a state for this',
      ur: 'کورس بیچ کی موجودہ حالت میں یہ ممکن نہیں',
      zh: '班次当前状态不允许此操作',
    },
    detail: {
      en: 'It is “{from}” and cannot become “{to}”.',
      ur: 'اس کی حالت ”{from}“ ہے اور یہ ”{to}“ نہیں ہو سکتی۔',
      zh: '当前状态为“{from}”，不能变为“{to}”。',
    },
    remedy: {
      en: 'Take one of the steps listed under `allowed` first.',
      ur: 'پہلے `allowed` میں دیے گئے مراحل میں سے کوئی اختیار کریں۔',
      zh: '请先执行 `allowed` 中列出的步骤之一。',
    },
  },
  'trainee-not-free': {
    status: 409,
    title: {
      en: 'The trainee has another session at that time',
      ur: 'اس وقت تربیت یافتہ کی کوئی اور نشست ہے',
      zh: '该学员在此时段另有课时',
    },
    remedy: {
      en: 'Choose another offering, or have one of the sessions moved.',
      ur: 'کوئی دوسرا کورس بیچ چنیں، یا کسی ایک نشست کا وقت بدلوائیں۔',
      zh: '请选择其他班次，或调整其中一个课时。',
    },
  },
});
