import { defineErrors } from '@jssu/kernel';

/** Refusals about registers. */
export const registerErrors = defineErrors('delivery', {
  'actor-without-person': {
    status: 403,
    title: {
      en: 'Your account belongs to no person',
      ur: 'آپ کا اکاؤنٹ کسی شخص سے منسلک نہیں',
      zh: '您的账户未关联人员',
    },
    remedy: {
      en: 'Registers and results are signed by people: ask an administrator for an account of your own.',
      ur: 'حاضری رجسٹر اور نتائج پر اشخاص دستخط کرتے ہیں: ایڈمنسٹریٹر سے اپنا ذاتی اکاؤنٹ بنوائیں۔',
      zh: '考勤表和成绩须由本人签署：请向管理员申请个人账户。',
    },
  },
  'actor-is-trainee': {
    status: 403,
    title: {
      en: 'You are a trainee of this offering',
      ur: 'آپ خود اس کورس بیچ میں زیرِ تربیت ہیں',
      zh: '您是本班次的学员',
    },
    remedy: {
      en: 'Nobody keeps the records of his own training: ask another trainer.',
      ur: 'کوئی شخص اپنی تربیت کا ریکارڈ خود نہیں رکھ سکتا: کسی دوسرے ٹرینر سے کہیں۔',
      zh: '任何人不得记录本人的训练情况：请由另一名教官办理。',
    },
  },
  'not-in-delivery': {
    status: 409,
    title: {
      en: 'The offering is not being delivered',
      ur: 'کورس بیچ کی تربیت جاری نہیں',
      zh: '该班次不在实施中',
    },
    detail: {
      en: 'It is “{state}”, and its first day is {startsOn}.',
      ur: 'اس کی حالت ”{state}“ ہے اور اس کا پہلا دن {startsOn} ہے۔',
      zh: '当前状态为“{state}”，开班日为 {startsOn}。',
    },
    remedy: {
      en: 'Records are kept from the first day of a confirmed offering until it is ratified; after that they are corrected.',
      ur: 'ریکارڈ تصدیق شدہ کورس بیچ کے پہلے دن سے نتائج کی توثیق تک رکھے جاتے ہیں؛ اس کے بعد صرف تصحیح ہوتی ہے۔',
      zh: '自已确认班次的开班日起至成绩批准为止可以登记；此后只能更正。',
    },
  },
  'session-cancelled': {
    status: 409,
    title: { en: 'The session was cancelled', ur: 'یہ نشست منسوخ ہو چکی ہے', zh: '该课时已取消' },
    remedy: {
      en: 'Choose the session that was held in its place.',
      ur: 'وہ نشست چنیں جو اس کی جگہ ہوئی۔',
      zh: '请选择代替它的课时。',
    },
  },
  'session-not-begun': {
    status: 409,
    title: { en: 'The session has not begun', ur: 'نشست ابھی شروع نہیں ہوئی', zh: '课时尚未开始' },
    detail: { en: 'It begins at {startsAt}.', ur: 'یہ {startsAt} پر شروع ہو گی۔', zh: '开始时间为 {startsAt}。' },
    remedy: {
      en: 'Mark on the day of the session, and submit once it has begun.',
      ur: 'نشست کے دن حاضری لگائیں، اور شروع ہونے کے بعد جمع کرائیں۔',
      zh: '请在课时当天登记考勤，并在开始后提交。',
    },
  },
  'register-locked': {
    status: 409,
    title: { en: 'The register is not open', ur: 'حاضری رجسٹر کھلا نہیں', zh: '考勤表未处于开放状态' },
    detail: { en: 'It is “{state}”.', ur: 'اس کی حالت ”{state}“ ہے۔', zh: '当前状态为“{state}”。' },
    remedy: {
      en: 'Reopen a submitted register with a reason; correct a countersigned one.',
      ur: 'جمع شدہ رجسٹر وجہ بتا کر دوبارہ کھولیں؛ توثیق شدہ رجسٹر کی تصحیح کریں۔',
      zh: '已提交的考勤表可说明理由后重新打开；已会签的只能更正。',
    },
  },
  'register-not-locked': {
    status: 409,
    title: {
      en: 'The register is not countersigned yet',
      ur: 'حاضری رجسٹر پر ابھی دوسرے دستخط نہیں ہوئے',
      zh: '考勤表尚未会签',
    },
    remedy: {
      en: 'Change the marks in the register itself; reopen it first when it is submitted.',
      ur: 'حاضری خود رجسٹر میں بدلیں؛ اگر جمع ہو چکا ہے تو پہلے دوبارہ کھولیں۔',
      zh: '请直接在考勤表中修改；如已提交，请先重新打开。',
    },
  },
  'wrong-register-state': {
    status: 409,
    title: {
      en: 'The register is not in a state for this',
      ur: 'حاضری رجسٹر کی موجودہ حالت میں یہ ممکن نہیں',
      zh: '考勤表当前状态不允许此操作',
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
  'bad-marks': {
    status: 422,
    title: { en: 'Some marks are not valid', ur: 'کچھ حاضریاں درست نہیں', zh: '部分考勤记录无效' },
    detail: {
      en: '{count} problem(s); see `problems`.',
      ur: '{count} مسائل؛ `problems` دیکھیں۔',
      zh: '共 {count} 个问题，请见 `problems`。',
    },
    remedy: {
      en: 'Correct what is named under `problems`; nothing was saved. A late trainee has minutes between 1 and the session’s length, others none.',
      ur: '`problems` میں دی گئی باتیں درست کریں؛ کچھ محفوظ نہیں ہوا۔ دیر سے آنے والے کے منٹ 1 اور نشست کے دورانیے کے درمیان ہوں، باقی کے نہیں۔',
      zh: '请更正 `problems` 中列出的问题；未保存任何内容。迟到须填写 1 至课时时长之间的分钟数，其他状态不填。',
    },
  },
  'marks-conflict': {
    status: 409,
    title: {
      en: 'Somebody else has marked them meanwhile',
      ur: 'اس دوران کسی اور نے ان کی حاضری لگا دی ہے',
      zh: '其间已有他人登记考勤',
    },
    detail: {
      en: '{count} mark(s) differ from what you had seen; see `conflicts`.',
      ur: '{count} حاضریاں اس سے مختلف ہیں جو آپ نے دیکھی تھیں؛ `conflicts` دیکھیں۔',
      zh: '有 {count} 条记录与您所见不同，请见 `conflicts`。',
    },
    remedy: {
      en: 'Nothing was written over. Compare both, and send those again that are to stand, naming the mark that you have seen now.',
      ur: 'کچھ بدلا نہیں گیا۔ دونوں کا موازنہ کریں، اور جو قائم رہنی چاہئیں انھیں اب دیکھی ہوئی حاضری کے حوالے سے دوبارہ بھیجیں۔',
      zh: '未覆盖任何内容。请比较两者，并注明现已看到的记录，重新发送应保留的内容。',
    },
  },
  unmarked: {
    status: 409,
    title: { en: 'Not everybody is marked', ur: 'سب کی حاضری نہیں لگی', zh: '尚有人员未登记考勤' },
    detail: {
      en: '{count} of the register have no mark; see `enrolmentIds`.',
      ur: 'رجسٹر کے {count} افراد کی حاضری باقی ہے؛ `enrolmentIds` دیکھیں۔',
      zh: '考勤表中有 {count} 人未登记，请见 `enrolmentIds`。',
    },
    remedy: {
      en: 'Mark each as present, late, absent or excused, then submit.',
      ur: 'ہر ایک کو حاضر، دیر سے، غیر حاضر یا رخصت پر لکھیں، پھر جمع کرائیں۔',
      zh: '请逐一登记为出勤、迟到、缺勤或请假后再提交。',
    },
  },
  'nobody-on-register': {
    status: 409,
    title: { en: 'Nobody is on the register', ur: 'رجسٹر پر کوئی شخص نہیں', zh: '考勤表上没有人员' },
    remedy: {
      en: 'Confirm the enrolments first, or cancel the session.',
      ur: 'پہلے اندراجات کی تصدیق کریں، یا نشست منسوخ کریں۔',
      zh: '请先确认报名，或取消该课时。',
    },
  },
  'submitted-by-you': {
    status: 403,
    title: {
      en: 'You submitted this register yourself',
      ur: 'یہ رجسٹر آپ نے خود جمع کرایا تھا',
      zh: '该考勤表由您本人提交',
    },
    remedy: {
      en: 'Four eyes: another trainer or administrator countersigns.',
      ur: 'دوہری تصدیق لازم ہے: کوئی دوسرا ٹرینر یا ایڈمنسٹریٹر دستخط کرے۔',
      zh: '须由两人确认：请另一名教官或管理员会签。',
    },
  },
  'ratified-needs-administrator': {
    status: 403,
    title: {
      en: 'The results of this offering are ratified',
      ur: 'اس کورس بیچ کے نتائج کی توثیق ہو چکی ہے',
      zh: '本班次的成绩已批准',
    },
    remedy: {
      en: 'Ask an administrator of the unit to correct it; the course result is then worked out again.',
      ur: 'یونٹ کے ایڈمنسٹریٹر سے تصحیح کروائیں؛ پھر کورس کا نتیجہ دوبارہ نکالا جائے گا۔',
      zh: '请由该单位的管理员更正；课程结果将随之重新计算。',
    },
  },
  'nothing-changes': {
    status: 409,
    title: {
      en: 'The correction changes nothing',
      ur: 'اس تصحیح سے کچھ نہیں بدلتا',
      zh: '此更正未改变任何内容',
    },
    remedy: {
      en: 'Read the record again: what you want to say stands there already.',
      ur: 'ریکارڈ دوبارہ پڑھیں: جو آپ لکھنا چاہتے ہیں وہ پہلے سے درج ہے۔',
      zh: '请重新读取记录：您要更正的内容已在其中。',
    },
  },
});
