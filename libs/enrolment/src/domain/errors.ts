import { defineErrors } from '@jssu/kernel';
import { candidateErrors } from './candidate-errors.js';

const stepErrors = defineErrors('enrolment', {
  'actor-without-person': {
    status: 403,
    title: {
      en: 'Your account belongs to no person',
      ur: 'آپ کا اکاؤنٹ کسی شخص سے منسلک نہیں',
      zh: '您的账户未关联人员',
    },
    remedy: {
      en: 'Nominations are endorsed by people: ask an administrator for an account of your own.',
      ur: 'نامزدگیوں کی توثیق اشخاص کرتے ہیں: ایڈمنسٹریٹر سے اپنا ذاتی اکاؤنٹ بنوائیں۔',
      zh: '推荐须由本人核准：请向管理员申请个人账户。',
    },
  },
  'self-endorsement': {
    status: 403,
    title: {
      en: 'Nobody endorses or rejects his own nomination',
      ur: 'کوئی شخص اپنی نامزدگی کی توثیق یا تردید خود نہیں کر سکتا',
      zh: '任何人不得核准或驳回对本人的推荐',
    },
    remedy: {
      en: 'Ask another commander of the unit to decide.',
      ur: 'یونٹ کے کسی دوسرے کمانڈر سے فیصلہ کروائیں۔',
      zh: '请由该单位的另一名指挥官决定。',
    },
  },
  closed: {
    status: 409,
    title: {
      en: 'The offering is closed for this step',
      ur: 'یہ کورس بیچ اس مرحلے کے لیے بند ہے',
      zh: '该班次不再接受此操作',
    },
    detail: {
      en: 'The offering is in the state "{state}", or the last day for this step is past.',
      ur: 'کورس بیچ کی حالت "{state}" ہے، یا اس مرحلے کا آخری دن گزر چکا ہے۔',
      zh: '该班次的状态为“{state}”，或此操作的截止日期已过。',
    },
    remedy: {
      en: 'Choose another offering of the course, or ask the trainer who runs this one.',
      ur: 'اسی کورس کا کوئی دوسرا بیچ چنیں، یا اس بیچ کے ٹرینر سے رابطہ کریں۔',
      zh: '请选择该课程的其他班次，或联系负责本班次的教官。',
    },
  },
  full: {
    status: 409,
    title: { en: 'No seat is free', ur: 'کوئی نشست خالی نہیں', zh: '没有空余名额' },
    detail: {
      en: 'All {capacity} seats are taken or set aside for other units.',
      ur: 'تمام {capacity} نشستیں پُر ہیں یا دوسری یونٹوں کے لیے مختص ہیں۔',
      zh: '全部 {capacity} 个名额已被占用或留给其他单位。',
    },
    remedy: {
      en: 'Nominate for the waiting list, or choose another offering of the course.',
      ur: 'انتظار کی فہرست کے لیے نامزد کریں، یا اسی کورس کا کوئی دوسرا بیچ چنیں۔',
      zh: '请推荐进入候补名单，或选择该课程的其他班次。',
    },
  },
  'quota-exhausted': {
    status: 409,
    title: {
      en: 'The unit has used all seats of its quota',
      ur: 'یونٹ اپنے کوٹے کی تمام نشستیں استعمال کر چکی ہے',
      zh: '该单位的配额已用完',
    },
    detail: {
      en: 'The unit was allotted {seats} seats. Unused seats of all units open to everyone on {releaseOn}.',
      ur: 'یونٹ کو {seats} نشستیں دی گئی تھیں۔ {releaseOn} کو غیر استعمال شدہ نشستیں سب کے لیے کھل جائیں گی۔',
      zh: '该单位分配到 {seats} 个名额。未使用的名额将于 {releaseOn} 向所有单位开放。',
    },
    remedy: {
      en: 'Wait for the release, give up a seat of the unit, or ask for a larger quota.',
      ur: 'کھلنے کا انتظار کریں، یونٹ کی کوئی نشست چھوڑیں، یا بڑے کوٹے کی درخواست کریں۔',
      zh: '请等待名额开放、让出本单位的一个名额，或申请增加配额。',
    },
  },
  'bad-quotas': {
    status: 422,
    title: { en: 'The quotas are not valid', ur: 'کوٹے درست نہیں', zh: '配额无效' },
    remedy: {
      en: 'Correct what is named under `problems`; nothing was saved.',
      ur: '`problems` میں دی گئی باتیں درست کریں؛ کچھ محفوظ نہیں ہوا۔',
      zh: '请更正 `problems` 中列出的问题；未保存任何内容。',
    },
  },
  'not-begun': {
    status: 409,
    title: {
      en: 'The offering has not begun',
      ur: 'کورس بیچ ابھی شروع نہیں ہوا',
      zh: '该班次尚未开班',
    },
    detail: {
      en: 'Its first day is {startsOn}; until then an enrolment is cancelled, not left incomplete.',
      ur: 'اس کا پہلا دن {startsOn} ہے؛ اس سے پہلے اندراج منسوخ کیا جاتا ہے، نامکمل نہیں قرار دیا جاتا۔',
      zh: '开班日为 {startsOn}；在此之前应取消报名，而非记为未完成。',
    },
    remedy: {
      en: 'Cancel the enrolment with a reason, or name a substitute.',
      ur: 'وجہ کے ساتھ اندراج منسوخ کریں، یا متبادل شخص نامزد کریں۔',
      zh: '请说明理由并取消报名，或指定替换人员。',
    },
  },
  'nominations-not-closed': {
    status: 409,
    title: {
      en: 'An offering is confirmed after its nominations are closed',
      ur: 'کورس بیچ نامزدگیاں بند ہونے کے بعد ہی حتمی ہوتا ہے',
      zh: '班次须在推荐截止后确认',
    },
    detail: {
      en: 'The offering is in the state "{state}".',
      ur: 'کورس بیچ کی حالت "{state}" ہے۔',
      zh: '该班次的状态为“{state}”。',
    },
    remedy: {
      en: 'Close the nominations first; an offering that is confirmed already needs nothing more.',
      ur: 'پہلے نامزدگیاں بند کریں؛ جو بیچ پہلے ہی حتمی ہے اسے مزید کچھ درکار نہیں۔',
      zh: '请先截止推荐；已确认的班次无需再操作。',
    },
  },
  'below-minimum': {
    status: 409,
    title: {
      en: 'Too few people hold a seat',
      ur: 'نشست پانے والے افراد کی تعداد کم ہے',
      zh: '占有名额的人数不足',
    },
    detail: {
      en: '{held} hold a seat; the offering is held for {seatsMin} or more.',
      ur: '{held} افراد کے پاس نشست ہے؛ یہ بیچ کم از کم {seatsMin} افراد کے لیے منعقد ہوتا ہے۔',
      zh: '已有 {held} 人占有名额；本班次至少须有 {seatsMin} 人方可开班。',
    },
    remedy: {
      en: 'Endorse more nominations, release the quotas, lower the minimum, or postpone or cancel the offering.',
      ur: 'مزید نامزدگیوں کی توثیق کریں، کوٹے کھولیں، کم از کم تعداد گھٹائیں، یا بیچ کو ملتوی یا منسوخ کریں۔',
      zh: '请核准更多推荐、开放配额、降低最低人数，或推迟、取消该班次。',
    },
  },
  'wrong-state': {
    status: 409,
    title: {
      en: 'The enrolment is not in a state for this',
      ur: 'اندراج کی موجودہ حالت میں یہ ممکن نہیں',
      zh: '报名的当前状态不允许此操作',
    },
    detail: {
      en: 'The enrolment is "{from}" and cannot become "{to}".',
      ur: 'اندراج کی حالت "{from}" ہے اور یہ "{to}" نہیں ہو سکتی۔',
      zh: '报名的状态为“{from}”，不能变为“{to}”。',
    },
    remedy: {
      en: 'Reload the enrolment and choose one of the steps listed under `allowed`.',
      ur: 'اندراج دوبارہ کھولیں اور `allowed` میں دیا گیا کوئی قدم چنیں۔',
      zh: '请重新载入该报名，并选择 `allowed` 中列出的步骤。',
    },
  },
  'reason-required': {
    status: 422,
    title: { en: 'A reason is required', ur: 'وجہ بتانا ضروری ہے', zh: '必须说明理由' },
    remedy: {
      en: 'State in a sentence why.',
      ur: 'ایک جملے میں وجہ لکھیں۔',
      zh: '请用一句话说明原因。',
    },
  },
  'not-attending': {
    status: 409,
    title: {
      en: 'The person has not begun to attend',
      ur: 'اس شخص نے ابھی تربیت شروع نہیں کی',
      zh: '该人员尚未开始参训',
    },
    detail: {
      en: 'Before attending, an enrolment ends as a no-show or is cancelled; "{reason}" is for those who have begun.',
      ur: 'تربیت شروع ہونے سے پہلے اندراج غیر حاضری یا منسوخی پر ختم ہوتا ہے؛ "{reason}" ان کے لیے ہے جو شروع کر چکے۔',
      zh: '开始参训之前，报名只能记为未报到或取消；“{reason}”仅适用于已开始参训的人员。',
    },
    remedy: {
      en: 'Cancel the enrolment with a reason, or record a no-show.',
      ur: 'وجہ کے ساتھ اندراج منسوخ کریں، یا غیر حاضری درج کریں۔',
      zh: '请说明理由并取消报名，或记为未报到。',
    },
  },
  'no-show-has-attended': {
    status: 409,
    title: {
      en: 'A person who attended is not a no-show',
      ur: 'جو شخص حاضر ہوا اسے غیر حاضر قرار نہیں دیا جا سکتا',
      zh: '已出勤的人员不能记为未报到',
    },
    remedy: {
      en: 'Choose another reason, or correct the register first.',
      ur: 'کوئی دوسری وجہ چنیں، یا پہلے حاضری رجسٹر درست کریں۔',
      zh: '请选择其他原因，或先更正考勤记录。',
    },
  },
  'transfer-target': {
    status: 422,
    title: {
      en: 'A transfer names another offering, and only a transfer does',
      ur: 'تبادلے میں دوسرا بیچ بتانا ضروری ہے، اور صرف تبادلے میں',
      zh: '转班须指明另一班次，且仅转班时才指明',
    },
    remedy: {
      en: 'Name the offering to which the person moves, or choose another reason.',
      ur: 'وہ بیچ بتائیں جس میں یہ شخص جا رہا ہے، یا کوئی دوسری وجہ چنیں۔',
      zh: '请指明转入的班次，或选择其他原因。',
    },
  },
});

/** Refusals of the enrolment rules. */
export const enrolmentErrors = { ...candidateErrors, ...stepErrors };
