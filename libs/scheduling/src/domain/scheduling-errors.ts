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
  frozen: {
    status: 409,
    title: {
      en: 'The offering no longer changes in this way',
      ur: 'کورس بیچ میں اب یہ تبدیلی ممکن نہیں',
      zh: '班次已不能作此更改',
    },
    detail: {
      en: 'It is “{state}”.',
      ur: 'اس کی حالت ”{state}“ ہے۔',
      zh: '其状态为“{state}”。',
    },
    remedy: {
      en: 'Plan another offering of the course.',
      ur: 'اس کورس کا کوئی دوسرا بیچ طے کریں۔',
      zh: '请为该课程另行安排班次。',
    },
  },
  'not-in-progress': {
    status: 409,
    title: {
      en: 'The offering is not in progress',
      ur: 'کورس بیچ جاری نہیں',
      zh: '班次不在进行中',
    },
    detail: {
      en: 'It is “{state}”; sessions are held while it is in progress.',
      ur: 'اس کی حالت ”{state}“ ہے؛ نشستیں اس کے جاری ہونے کے دوران ہوتی ہیں۔',
      zh: '其状态为“{state}”；课时在班次进行期间完成。',
    },
    remedy: { en: 'Start the offering first.', ur: 'پہلے کورس بیچ شروع کریں۔', zh: '请先开始班次。' },
  },
  'session-closed': {
    status: 409,
    title: {
      en: 'The session was held or cancelled',
      ur: 'نشست ہو چکی ہے یا منسوخ ہو چکی ہے',
      zh: '该课时已完成或已取消',
    },
    detail: {
      en: 'Its state is “{state}”: it does not change any more.',
      ur: 'اس کی حالت ”{state}“ ہے: اس میں مزید تبدیلی نہیں ہوتی۔',
      zh: '其状态为“{state}”，不再更改。',
    },
    remedy: { en: 'Add another session.', ur: 'دوسری نشست شامل کریں۔', zh: '请另行添加课时。' },
  },
  'course-not-approved': {
    status: 409,
    title: {
      en: 'The course version is not approved',
      ur: 'کورس کا یہ ورژن منظور شدہ نہیں',
      zh: '该课程版本未获批准',
    },
    detail: {
      en: 'Version {number} of {course} is {state}.',
      ur: '{course} کے ورژن {number} کی حالت: {state}۔',
      zh: '{course} 第 {number} 版的状态为 {state}。',
    },
    remedy: {
      en: 'Choose the approved version of the course, or have this one approved.',
      ur: 'کورس کا منظور شدہ ورژن چنیں، یا اسے منظور کروائیں۔',
      zh: '请选择该课程已批准的版本，或先办理批准。',
    },
  },
  'code-taken': {
    status: 409,
    title: {
      en: 'The code of the offering is taken',
      ur: 'کورس بیچ کا کوڈ پہلے سے موجود ہے',
      zh: '班次代码已被占用',
    },
    detail: {
      en: 'Another offering has the code {code}.',
      ur: 'کوڈ {code} کسی دوسرے کورس بیچ کا ہے۔',
      zh: '代码 {code} 已属另一班次。',
    },
    remedy: { en: 'Choose another code.', ur: 'کوئی اور کوڈ منتخب کریں۔', zh: '请另选代码。' },
  },
  'bad-offering': {
    status: 422,
    title: {
      en: 'Dates or seats of the offering do not fit together',
      ur: 'کورس بیچ کی تاریخیں یا نشستیں باہم مطابقت نہیں رکھتیں',
      zh: '班次的日期或名额不一致',
    },
    remedy: {
      en: 'Correct what is named under `problems`; nothing was saved.',
      ur: '`problems` میں دی گئی باتیں درست کریں؛ کچھ محفوظ نہیں ہوا۔',
      zh: '请更正 `problems` 中列出的问题；未保存任何内容。',
    },
  },
  'seats-held': {
    status: 409,
    title: {
      en: 'More seats are held than that',
      ur: 'اس سے زیادہ نشستیں پُر ہیں',
      zh: '已占用的名额多于此数',
    },
    detail: {
      en: 'Seats up to number {held} are held; {seats} would be left.',
      ur: 'نشست نمبر {held} تک پُر ہیں؛ {seats} باقی رہ جاتیں۔',
      zh: '名额已占用至第 {held} 号，减少后只有 {seats} 个。',
    },
    remedy: {
      en: 'Keep at least {held} seats, or cancel enrolments first.',
      ur: 'کم از کم {held} نشستیں رکھیں، یا پہلے اندراج منسوخ کریں۔',
      zh: '请至少保留 {held} 个名额，或先取消报名。',
    },
  },
  'sessions-outside-dates': {
    status: 409,
    title: {
      en: 'Sessions lie outside the new dates',
      ur: 'نشستیں نئی تاریخوں سے باہر ہیں',
      zh: '有课时不在新日期之内',
    },
    detail: {
      en: '{count} session(s) lie outside {startsOn} to {endsOn}; see `sessions`.',
      ur: '{count} نشستیں {startsOn} تا {endsOn} سے باہر ہیں؛ `sessions` دیکھیں۔',
      zh: '有 {count} 个课时不在 {startsOn} 至 {endsOn} 之内，请见 `sessions`。',
    },
    remedy: {
      en: 'Move or cancel those sessions first, or postpone the offering.',
      ur: 'پہلے ان نشستوں کا وقت بدلیں یا انہیں منسوخ کریں، یا کورس بیچ ملتوی کریں۔',
      zh: '请先调整或取消这些课时，或将班次延期。',
    },
  },
  'bad-session': {
    status: 422,
    title: { en: 'The session is not valid', ur: 'نشست درست نہیں', zh: '课时无效' },
    remedy: {
      en: 'Correct what is named under `problems`; nothing was saved.',
      ur: '`problems` میں دی گئی باتیں درست کریں؛ کچھ محفوظ نہیں ہوا۔',
      zh: '请更正 `problems` 中列出的问题；未保存任何内容。',
    },
  },
  clash: {
    status: 409,
    title: {
      en: 'What the session needs is booked at that time',
      ur: 'نشست کے لیے درکار وسائل اس وقت بُک ہیں',
      zh: '课时所需资源在该时段已被预订',
    },
    detail: {
      en: '{count} booking(s) stand in the way of {when}; see `clashes`.',
      ur: '{when} کی راہ میں {count} بکنگ حائل ہیں؛ `clashes` دیکھیں۔',
      zh: '{when} 有 {count} 项冲突，请见 `clashes`。',
    },
    remedy: {
      en: 'Take the time under `nearestFree`, or choose other resources.',
      ur: '`nearestFree` میں دیا گیا وقت اختیار کریں، یا دوسرے وسائل چنیں۔',
      zh: '请采用 `nearestFree` 中的时段，或另选资源。',
    },
  },
  'equipment-short': {
    status: 409,
    title: {
      en: 'Not enough of the equipment is free at that time',
      ur: 'اس وقت کافی سامان دستیاب نہیں',
      zh: '该时段可用设备不足',
    },
    detail: {
      en: '{count} pool(s) are short at {when}; see `shortages`.',
      ur: '{when} کو {count} قسم کا سامان کم ہے؛ `shortages` دیکھیں۔',
      zh: '{when} 有 {count} 类设备不足，请见 `shortages`。',
    },
    remedy: {
      en: 'Take the time under `nearestFree`, or less equipment.',
      ur: '`nearestFree` میں دیا گیا وقت اختیار کریں، یا کم سامان لیں۔',
      zh: '请采用 `nearestFree` 中的时段，或减少设备数量。',
    },
  },
  'not-feasible': {
    status: 409,
    title: {
      en: 'The offering cannot be carried out as planned',
      ur: 'کورس بیچ اس منصوبے کے مطابق منعقد نہیں ہو سکتا',
      zh: '班次按现有安排无法实施',
    },
    detail: {
      en: '{count} problem(s) stand in the way; see `problems`.',
      ur: '{count} مسائل حائل ہیں؛ `problems` دیکھیں۔',
      zh: '有 {count} 个问题，请见 `problems`。',
    },
    remedy: {
      en: 'Mend each as its remedy says, then try again.',
      ur: 'ہر مسئلہ اس کے بتائے گئے حل کے مطابق دور کریں، پھر دوبارہ کوشش کریں۔',
      zh: '请按各项的解决办法处理后重试。',
    },
  },
  'reason-required': {
    status: 422,
    title: { en: 'A reason is required', ur: 'وجہ بتانا ضروری ہے', zh: '必须说明理由' },
    remedy: { en: 'State in a sentence why.', ur: 'ایک جملے میں وجہ لکھیں۔', zh: '请用一句话说明原因。' },
  },
  'sessions-open': {
    status: 409,
    title: {
      en: 'Sessions are still open',
      ur: 'کچھ نشستیں ابھی باقی ہیں',
      zh: '尚有课时未完成',
    },
    detail: {
      en: '{count} session(s) are neither held nor cancelled, and {held} were held; see `sessions`.',
      ur: '{count} نشستیں نہ ہوئی ہیں نہ منسوخ، اور {held} ہو چکی ہیں؛ `sessions` دیکھیں۔',
      zh: '有 {count} 个课时既未完成也未取消，已完成 {held} 个，请见 `sessions`。',
    },
    remedy: {
      en: 'Submit the registers of the sessions that were held, cancel the others; with none held, abort the offering.',
      ur: 'جو نشستیں ہو چکیں ان کے حاضری رجسٹر جمع کروائیں، باقی منسوخ کریں؛ اگر کوئی نہیں ہوئی تو کورس بیچ ختم کریں۔',
      zh: '请提交已完成课时的考勤，取消其余课时；若一个也未完成，请中止班次。',
    },
  },
  'trainee-not-free': {
    status: 409,
    title: {
      en: 'The trainee has another session at that time',
      ur: 'اس وقت زیرِ تربیت اہلکار کی کوئی اور نشست ہے',
      zh: '该学员在此时段另有课时',
    },
    remedy: {
      en: 'Choose another offering, or have one of the sessions moved.',
      ur: 'کوئی دوسرا کورس بیچ چنیں، یا کسی ایک نشست کا وقت بدلوائیں۔',
      zh: '请选择其他班次，或调整其中一个课时。',
    },
  },
});
