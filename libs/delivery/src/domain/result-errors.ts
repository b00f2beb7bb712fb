import { defineErrors } from '@jssu/kernel';

/** Refusals about assessments, course results and their ratification. */
export const resultErrors = defineErrors('delivery', {
  'unknown-assessment': {
    status: 422,
    title: {
      en: 'The syllabus has no such assessment',
      ur: 'نصاب میں ایسا کوئی امتحان نہیں',
      zh: '教学大纲中没有该考核',
    },
    detail: { en: 'It has: {known}.', ur: 'اس میں یہ ہیں: {known}۔', zh: '其中有：{known}。' },
    remedy: { en: 'Use one of these codes.', ur: 'ان میں سے کوئی کوڈ استعمال کریں۔', zh: '请使用其中的代码。' },
  },
  'not-attending': {
    status: 409,
    title: {
      en: 'The person does not attend this offering',
      ur: 'یہ شخص اس کورس بیچ میں شریک نہیں',
      zh: '该人员未参加本班次',
    },
    remedy: {
      en: 'Check the enrolment; attendance begins with the first session at which he was present.',
      ur: 'اندراج جانچیں؛ شرکت اس پہلی نشست سے شروع ہوتی ہے جس میں وہ حاضر تھا۔',
      zh: '请核对报名；首次出勤后才算开始参训。',
    },
  },
  'score-too-high': {
    status: 422,
    title: {
      en: 'The score is above the highest possible',
      ur: 'نمبر زیادہ سے زیادہ حد سے اوپر ہیں',
      zh: '分数超过满分',
    },
    detail: { en: 'The highest is {maxScore}.', ur: 'زیادہ سے زیادہ {maxScore} ہیں۔', zh: '满分为 {maxScore}。' },
    remedy: { en: 'Check the score sheet.', ur: 'نمبروں کی فہرست جانچیں۔', zh: '请核对评分表。' },
  },
  'examiner-missing': {
    status: 422,
    title: { en: 'The examiner is missing', ur: 'ممتحن درج نہیں', zh: '缺少考官' },
    remedy: {
      en: 'Name the examiner: your account belongs to no person.',
      ur: 'ممتحن کا نام دیں: آپ کا اکاؤنٹ کسی شخص سے منسلک نہیں۔',
      zh: '请指明考官：您的账户未关联人员。',
    },
  },
  'unknown-examiner': {
    status: 422,
    title: { en: 'There is no such examiner', ur: 'ایسا کوئی ممتحن موجود نہیں', zh: '不存在该考官' },
    remedy: {
      en: 'Name a person who is on record.',
      ur: 'ریکارڈ میں موجود شخص کا نام دیں۔',
      zh: '请指明已登记的人员。',
    },
  },
  'examiner-is-examinee': {
    status: 403,
    title: {
      en: 'Nobody examines himself or enters his own score',
      ur: 'کوئی شخص اپنا امتحان خود نہیں لے سکتا اور نہ اپنے نمبر خود درج کر سکتا ہے',
      zh: '任何人不得考核本人或录入本人的分数',
    },
    remedy: {
      en: 'Name another examiner, and have another trainer enter the score.',
      ur: 'دوسرا ممتحن مقرر کریں، اور نمبر کسی دوسرے ٹرینر سے درج کروائیں۔',
      zh: '请指定另一名考官，并由另一名教官录入分数。',
    },
  },
  'already-recorded': {
    status: 409,
    title: {
      en: 'This attempt has another score already',
      ur: 'اس کوشش کے نمبر پہلے سے مختلف درج ہیں',
      zh: '该次考核已有不同的分数',
    },
    detail: {
      en: 'Attempt {attempt} is on record; see `resultId`.',
      ur: 'کوشش {attempt} درج ہے؛ `resultId` دیکھیں۔',
      zh: '第 {attempt} 次已登记，请见 `resultId`。',
    },
    remedy: {
      en: 'Correct it with a reason, or enter the next attempt.',
      ur: 'وجہ بتا کر تصحیح کریں، یا اگلی کوشش درج کریں۔',
      zh: '请说明理由后更正，或登记下一次考核。',
    },
  },
  'no-attempts-left': {
    status: 409,
    title: { en: 'No attempt is left', ur: 'کوئی کوشش باقی نہیں', zh: '已无剩余考核次数' },
    detail: {
      en: 'The syllabus allows {allowed}.',
      ur: 'نصاب {allowed} کوششوں کی اجازت دیتا ہے۔',
      zh: '教学大纲允许 {allowed} 次。',
    },
    remedy: {
      en: 'The trainee repeats the course in a later offering.',
      ur: 'زیرِ تربیت شخص کسی اگلے کورس بیچ میں کورس دہرائے۔',
      zh: '学员须在以后的班次重修该课程。',
    },
  },
  'already-passed': {
    status: 409,
    title: { en: 'The assessment is passed already', ur: 'امتحان پہلے ہی پاس ہو چکا ہے', zh: '该考核已通过' },
    detail: { en: 'With attempt {attempt}.', ur: 'کوشش {attempt} میں۔', zh: '于第 {attempt} 次通过。' },
    remedy: {
      en: 'There is no attempt after a pass; correct the score when it is wrong.',
      ur: 'پاس ہونے کے بعد کوئی کوشش نہیں ہوتی؛ نمبر غلط ہوں تو تصحیح کریں۔',
      zh: '通过后不再考核；如分数有误请更正。',
    },
  },
  'attempt-out-of-order': {
    status: 409,
    title: { en: 'Attempts are entered in order', ur: 'کوششیں ترتیب سے درج ہوتی ہیں', zh: '考核须按次序登记' },
    detail: { en: 'The next one is {next}.', ur: 'اگلی کوشش {next} ہے۔', zh: '下一次为第 {next} 次。' },
    remedy: {
      en: 'Enter the missing attempt first.',
      ur: 'پہلے رہ جانے والی کوشش درج کریں۔',
      zh: '请先登记缺少的一次。',
    },
  },
  'taken-on-out-of-range': {
    status: 422,
    title: {
      en: 'The day of the assessment cannot be',
      ur: 'امتحان کی تاریخ ممکن نہیں',
      zh: '考核日期不成立',
    },
    detail: { en: 'From {from} to {to}.', ur: '{from} سے {to} تک۔', zh: '应在 {from} 至 {to} 之间。' },
    remedy: {
      en: 'Give the day on which it was taken, not before the attempt before it.',
      ur: 'وہ تاریخ دیں جس دن امتحان ہوا، پچھلی کوشش سے پہلے کی نہیں۔',
      zh: '请填写实际考核日期，且不得早于前一次。',
    },
  },
  superseded: {
    status: 409,
    title: {
      en: 'A newer record has taken its place',
      ur: 'اس کی جگہ نیا ریکارڈ آ چکا ہے',
      zh: '该记录已被更新的记录取代',
    },
    remedy: {
      en: 'Read it again and correct the one named under `currentId`.',
      ur: 'دوبارہ پڑھیں اور `currentId` میں دیا گیا ریکارڈ درست کریں۔',
      zh: '请重新读取，并更正 `currentId` 所示的记录。',
    },
  },
  'later-attempt-stands': {
    status: 409,
    title: { en: 'A later attempt stands on it', ur: 'اس کے بعد کی کوشش درج ہے', zh: '其后还有考核记录' },
    detail: { en: 'Attempt {attempt} is on record.', ur: 'کوشش {attempt} درج ہے۔', zh: '第 {attempt} 次已登记。' },
    remedy: {
      en: 'Withdraw the later attempt first, or correct this score.',
      ur: 'پہلے بعد والی کوشش واپس لیں، یا یہ نمبر درست کریں۔',
      zh: '请先撤回后一次记录，或更正该分数。',
    },
  },
  'not-ready': {
    status: 409,
    title: {
      en: 'The offering cannot be ratified yet',
      ur: 'کورس بیچ کے نتائج کی توثیق ابھی ممکن نہیں',
      zh: '该班次的成绩尚不能批准',
    },
    detail: {
      en: '{count} thing(s) stand in the way; see `obstacles`.',
      ur: '{count} رکاوٹیں ہیں؛ `obstacles` دیکھیں۔',
      zh: '有 {count} 项障碍，请见 `obstacles`。',
    },
    remedy: {
      en: 'Countersign all registers, enter what is missing, record no-shows; or accept that some are judged without results.',
      ur: 'تمام رجسٹروں پر دوسرے دستخط کروائیں، رہ جانے والے نتائج درج کریں، نہ آنے والوں کو درج کریں؛ یا بعض کا فیصلہ نتائج کے بغیر قبول کریں۔',
      zh: '请会签全部考勤表、补录成绩、登记未报到者；或接受部分人员在无成绩的情况下判定。',
    },
  },
});
