import { defineErrors } from '@jssu/kernel';

/** What speaks against a person on an offering. */
export const candidateErrors = defineErrors('enrolment', {
  'person-left': {
    status: 409,
    title: {
      en: 'The person no longer serves',
      ur: 'یہ شخص اب ملازمت میں نہیں',
      zh: '该人员已离队',
    },
    remedy: {
      en: 'Name another person, or correct the person’s record.',
      ur: 'کسی دوسرے شخص کا نام دیں، یا اس شخص کا ریکارڈ درست کریں۔',
      zh: '请另选人员，或更正该人员的档案。',
    },
  },
  'unit-not-open': {
    status: 409,
    title: {
      en: 'The offering is not open to the person’s unit',
      ur: 'یہ کورس بیچ اس شخص کی یونٹ کے لیے نہیں',
      zh: '该班次不面向该人员所在单位',
    },
    remedy: {
      en: 'Choose an offering that is open to the unit, or ask the trainer to open this one further.',
      ur: 'ایسا کورس بیچ چنیں جو اس یونٹ کے لیے ہو، یا ٹرینر سے اس بیچ کو مزید یونٹوں کے لیے کھولنے کو کہیں۔',
      zh: '请选择面向该单位的班次，或请教官扩大本班次的开放范围。',
    },
  },
  'already-enrolled': {
    status: 409,
    title: {
      en: 'The person is already nominated or enrolled',
      ur: 'یہ شخص پہلے ہی نامزد یا درج ہے',
      zh: '该人员已被推荐或已报名',
    },
    remedy: {
      en: 'Continue with the existing enrolment.',
      ur: 'موجودہ اندراج ہی کو آگے بڑھائیں۔',
      zh: '请在现有的报名上继续办理。',
    },
  },
  'prerequisite-missing': {
    status: 409,
    title: { en: 'A prerequisite is not met', ur: 'کوئی لازمی شرط پوری نہیں', zh: '未满足先修要求' },
    detail: {
      en: '{count} prerequisite(s) are not valid on {startsOn}, the first day; see `missing`.',
      ur: 'پہلے دن {startsOn} کو {count} لازمی شرائط پوری نہیں ہوں گی؛ `missing` دیکھیں۔',
      zh: '有 {count} 项先修要求在开班日 {startsOn} 无效，请见 `missing`。',
    },
    remedy: {
      en: 'Complete or renew what is missing before the first day, or record a waiver.',
      ur: 'پہلے دن سے قبل کمی پوری کریں یا تجدید کرائیں، یا استثنا درج کریں۔',
      zh: '请在开班日之前补齐或续期，或登记豁免。',
    },
  },
  'overlapping-session': {
    status: 409,
    title: {
      en: 'The person is busy during sessions of this offering',
      ur: 'اس بیچ کی نشستوں کے دوران یہ شخص مصروف ہے',
      zh: '该人员在本班次的课时内另有安排',
    },
    detail: {
      en: '{count} session(s) overlap with other sessions of the person; see `clashes`.',
      ur: '{count} نشستیں اس شخص کی دوسری نشستوں سے ٹکراتی ہیں؛ `clashes` دیکھیں۔',
      zh: '有 {count} 个课时与该人员的其他课时重叠，请见 `clashes`。',
    },
    remedy: {
      en: 'Choose another offering, or cancel the enrolment that stands in the way.',
      ur: 'کوئی دوسرا بیچ چنیں، یا رکاوٹ بننے والا اندراج منسوخ کریں۔',
      zh: '请选择其他班次，或取消有冲突的报名。',
    },
  },
  'substitute-of-other-unit': {
    status: 409,
    title: {
      en: 'The substitute belongs to another unit',
      ur: 'متبادل شخص کسی دوسری یونٹ کا ہے',
      zh: '替换人员属于其他单位',
    },
    remedy: {
      en: 'The seat stays with its unit: name a person of the same unit, or cancel and let the waiting list move up.',
      ur: 'نشست اسی یونٹ کی رہتی ہے: اسی یونٹ کا شخص نامزد کریں، یا منسوخ کر کے انتظار کی فہرست کو آگے بڑھنے دیں۔',
      zh: '名额归原单位：请指定同一单位的人员，或取消后由候补名单递补。',
    },
  },
  'substitute-is-same-person': {
    status: 422,
    title: {
      en: 'A person cannot replace himself',
      ur: 'کوئی شخص اپنا متبادل نہیں ہو سکتا',
      zh: '不能由本人替换本人',
    },
    remedy: { en: 'Name another person.', ur: 'کسی دوسرے شخص کا نام دیں۔', zh: '请指定另一人员。' },
  },
});
