import { defineErrors } from '@jssu/kernel';

/** Refusals around certificates, their batches and their verification. */
export const certificateErrors = defineErrors('certification', {
  'decision-withdrawn': {
    status: 409,
    title: {
      en: 'The decision was corrected or withdrawn.',
      ur: 'فیصلہ درست کیا جا چکا یا واپس لیا جا چکا ہے۔',
      zh: '该决定已被更正或撤回。',
    },
    remedy: {
      en: 'Look at the history of the certification; decide anew if it should be held.',
      ur: 'تصدیق کی تاریخ دیکھیں؛ اگر یہ برقرار رہنی چاہیے تو نیا فیصلہ کریں۔',
      zh: '请查看认证历史；如仍应持有，请重新作出决定。',
    },
  },
  'newer-decision': {
    status: 409,
    title: {
      en: 'A newer grant or renewal stands in its place.',
      ur: 'اس کی جگہ نیا اجرا یا نئی تجدید موجود ہے۔',
      zh: '已有更新的授予或续期决定。',
    },
    remedy: {
      en: 'Issue the certificate of the newer decision.',
      ur: 'نئے فیصلے کی سند جاری کریں۔',
      zh: '请签发较新决定的证书。',
    },
  },
  'certification-ended': {
    status: 409,
    title: {
      en: 'The certification has ended: no certificate is issued.',
      ur: 'تصدیق ختم ہو چکی ہے: سند جاری نہیں ہوتی۔',
      zh: '资格认证已终止，不再签发证书。',
    },
    detail: {
      en: 'The certification has ended by decision ({status}).',
      ur: 'تصدیق فیصلے کے ذریعے ختم ہو چکی ہے ({status})۔',
      zh: '资格认证已因决定终止（{status}）。',
    },
    remedy: {
      en: 'Nothing is to be done unless the decision was wrong: then correct it.',
      ur: 'کچھ کرنے کی ضرورت نہیں، سوائے اس کے کہ فیصلہ غلط ہو: تب اسے درست کریں۔',
      zh: '无需处理；若该决定有误，请予以更正。',
    },
  },
  'glyph-missing': {
    status: 422,
    title: {
      en: 'A character cannot be printed.',
      ur: 'ایک حرف چھاپا نہیں جا سکتا۔',
      zh: '有字符无法打印。',
    },
    detail: {
      en: 'No font of the certificate has “{character}”.',
      ur: 'سند کے کسی فونٹ میں «{character}» موجود نہیں۔',
      zh: '证书字体中没有“{character}”。',
    },
    remedy: {
      en: 'Correct the name or title in which it stands, then run the task again.',
      ur: 'جس نام یا عنوان میں یہ ہے اسے درست کریں، پھر کام دوبارہ چلائیں۔',
      zh: '请更正包含该字符的姓名或名称，然后重新运行该任务。',
    },
  },
  'certificate-too-long': {
    status: 422,
    title: {
      en: 'The texts do not fit on one page.',
      ur: 'متن ایک صفحے پر نہیں سماتا۔',
      zh: '文字无法排在一页内。',
    },
    remedy: {
      en: 'Shorten the titles of the scheme or course, then run the task again.',
      ur: 'اسکیم یا کورس کا عنوان مختصر کریں، پھر کام دوبارہ چلائیں۔',
      zh: '请缩短方案或课程名称，然后重新运行该任务。',
    },
  },
  'result-withdrawn': {
    status: 409,
    title: {
      en: 'A result on which the certification rests was corrected.',
      ur: 'جس نتیجے پر تصدیق قائم ہے وہ درست کیا گیا ہے۔',
      zh: '该资格认证所依据的成绩已被更正。',
    },
    detail: {
      en: 'The result of the course {course} was corrected to {outcome} after the decision.',
      ur: 'کورس {course} کا نتیجہ فیصلے کے بعد درست کر کے {outcome} کیا گیا۔',
      zh: '课程 {course} 的成绩在决定作出后被更正为 {outcome}。',
    },
    remedy: {
      en: 'Review it: revoke it, or correct the decision.',
      ur: 'جائزہ لیں: اسے منسوخ کریں، یا فیصلہ درست کریں۔',
      zh: '请复核：撤销该认证，或更正该决定。',
    },
  },
  'evidence-withdrawn': {
    status: 409,
    title: {
      en: 'Evidence of this decision no longer counts.',
      ur: 'اس فیصلے کا ثبوت اب قابلِ قبول نہیں۔',
      zh: '该决定所依据的证据已不再有效。',
    },
    remedy: {
      en: 'Withdraw the decision and decide anew on what is on record.',
      ur: 'فیصلہ واپس لیں اور موجودہ ریکارڈ پر نیا فیصلہ کریں۔',
      zh: '请撤回该决定，并依据现有记录重新决定。',
    },
  },
  'task-failed': {
    status: 500,
    title: {
      en: 'The task failed on our side.',
      ur: 'کام ہماری طرف سے ناکام ہوا۔',
      zh: '任务因系统原因失败。',
    },
    detail: {
      en: 'After {attempts} attempts: {reason}',
      ur: '{attempts} کوششوں کے بعد: {reason}',
      zh: '尝试 {attempts} 次后：{reason}',
    },
    remedy: {
      en: 'Run it again; if it fails again, tell the operators the reason.',
      ur: 'دوبارہ چلائیں؛ پھر ناکام ہو تو آپریٹروں کو وجہ بتائیں۔',
      zh: '请重新运行；若再次失败，请将原因告知运维人员。',
    },
  },
  'task-not-stopped': {
    status: 409,
    title: {
      en: 'The task was neither refused nor has it failed.',
      ur: 'کام نہ مسترد ہوا ہے نہ ناکام۔',
      zh: '该任务未被拒绝，也未失败。',
    },
    detail: { en: 'Its state is {state}.', ur: 'اس کی حالت {state} ہے۔', zh: '其状态为 {state}。' },
    remedy: {
      en: 'Wait for it, or look at the certification.',
      ur: 'انتظار کریں، یا تصدیق دیکھیں۔',
      zh: '请等待，或查看该资格认证。',
    },
  },
  'unknown-code': {
    status: 404,
    title: {
      en: 'No certificate has this code.',
      ur: 'اس کوڈ کی کوئی سند نہیں۔',
      zh: '没有使用该验证码的证书。',
    },
    remedy: {
      en: 'Compare the code with the certificate, sign by sign. If it is the same, the certificate is not ours.',
      ur: 'کوڈ کو سند سے حرف بہ حرف ملائیں۔ اگر یکساں ہو تو یہ سند ہماری جاری کردہ نہیں۔',
      zh: '请将验证码与证书逐字核对。如完全一致，则该证书并非我方签发。',
    },
  },
});
