import { defineErrors } from '@jssu/kernel';

/** Refusals of the certification rules. */
export const certificationErrors = defineErrors('certification', {
  'actor-without-person': {
    status: 403,
    title: {
      en: 'Your account belongs to no person',
      ur: 'آپ کا اکاؤنٹ کسی شخص سے منسلک نہیں',
      zh: '您的账户未关联人员',
    },
    remedy: {
      en: 'Decisions are signed by people: ask an administrator for an account of your own.',
      ur: 'فیصلوں پر اشخاص دستخط کرتے ہیں: ایڈمنسٹریٹر سے اپنا ذاتی اکاؤنٹ بنوائیں۔',
      zh: '决定须由本人签署：请向管理员申请个人账户。',
    },
  },
  'actor-is-subject': {
    status: 403,
    title: {
      en: 'Nobody decides about his own certification.',
      ur: 'کوئی شخص اپنی تصدیق کا فیصلہ خود نہیں کر سکتا۔',
      zh: '任何人不得决定本人的资格认证。',
    },
    remedy: {
      en: 'Ask another authorised person to decide.',
      ur: 'کسی دوسرے مجاز شخص سے فیصلہ کروائیں۔',
      zh: '请由另一名获授权人员作出决定。',
    },
  },
  'waiver-incomplete': {
    status: 422,
    title: {
      en: 'A waiver or equivalence names the requirement; a waiver ends on a day.',
      ur: 'استثنا یا مساوی تسلیم میں شرط کا نام لازم ہے؛ استثنا کی آخری تاریخ لازم ہے۔',
      zh: '豁免或等效认可须指明要求；豁免须有截止日期。',
    },
    remedy: {
      en: 'Give the key of the requirement as `subject` and the last day as `validUntil`.',
      ur: 'شرط کی کلید `subject` میں اور آخری دن `validUntil` میں دیں۔',
      zh: '请在 `subject` 中填写要求的键，在 `validUntil` 中填写最后一日。',
    },
  },
  'requirements-missing': {
    status: 409,
    title: { en: 'Requirements are not met.', ur: 'شرائط پوری نہیں۔', zh: '未满足要求。' },
    detail: {
      en: '{count} requirement(s) are not met; see the list.',
      ur: '{count} شرائط پوری نہیں؛ فہرست دیکھیں۔',
      zh: '有 {count} 项要求未满足，请见清单。',
    },
    remedy: {
      en: 'Add the missing evidence, or record a waiver for it.',
      ur: 'غائب ثبوت شامل کریں یا اس کا استثنا درج کریں۔',
      zh: '请补充所缺证据，或登记豁免。',
    },
  },
  'evidence-already-used': {
    status: 409,
    title: {
      en: 'The renewal rests only on evidence already used.',
      ur: 'تجدید صرف پہلے سے استعمال شدہ ثبوت پر مبنی ہے۔',
      zh: '续期仅依据已使用过的证据。',
    },
    remedy: {
      en: 'Record at least one new piece of evidence.',
      ur: 'کم از کم ایک نیا ثبوت درج کریں۔',
      zh: '请至少登记一项新证据。',
    },
  },
  'would-be-expired': {
    status: 409,
    title: {
      en: 'The certification would already have expired.',
      ur: 'تصدیق کی میعاد پہلے ہی ختم ہو چکی ہوتی۔',
      zh: '该资格认证一经授予即已过期。',
    },
    detail: {
      en: 'Counted from completion it would have expired on {expiresOn}.',
      ur: 'تکمیل سے گننے پر میعاد {expiresOn} کو ختم ہو چکی ہوتی۔',
      zh: '自完成之日起算，已于 {expiresOn} 到期。',
    },
    remedy: { en: 'Provide newer evidence.', ur: 'تازہ ثبوت فراہم کریں۔', zh: '请提供较新的证据。' },
  },
  'renewal-not-open': {
    status: 409,
    title: {
      en: 'The certification is current and renewal is not open.',
      ur: 'تصدیق مؤثر ہے اور تجدید ابھی کھلی نہیں۔',
      zh: '资格认证现行有效，尚未进入续期期。',
    },
    remedy: {
      en: 'Wait until the renewal window opens.',
      ur: 'تجدید کی مدت شروع ہونے تک انتظار کریں۔',
      zh: '请等到续期期开始。',
    },
  },
  revoked: {
    status: 409,
    title: { en: 'The certification is revoked.', ur: 'تصدیق منسوخ ہے۔', zh: '资格认证已被撤销。' },
    remedy: {
      en: 'A new application is possible only after the bar has ended.',
      ur: 'نئی درخواست صرف پابندی ختم ہونے کے بعد ممکن ہے۔',
      zh: '仅在禁止期结束后方可重新申请。',
    },
  },
  suspended: {
    status: 409,
    title: { en: 'The certification is suspended.', ur: 'تصدیق معطل ہے۔', zh: '资格认证已暂停。' },
    remedy: { en: 'Reinstate it first.', ur: 'پہلے اسے بحال کریں۔', zh: '请先恢复资格。' },
  },
  'second-signature-pending': {
    status: 409,
    title: {
      en: 'A decision is waiting for a signature.',
      ur: 'ایک فیصلہ دستخط کا منتظر ہے۔',
      zh: '有一项决定正等待签署。',
    },
    detail: {
      en: 'Signatures still needed from: {parties}.',
      ur: 'ان فریقوں کے دستخط باقی ہیں: {parties}۔',
      zh: '仍需签署的一方：{parties}。',
    },
    remedy: {
      en: 'Have the other party sign the pending decision, or withdraw it.',
      ur: 'دوسرے فریق سے زیرِ التوا فیصلے پر دستخط کروائیں یا اسے واپس لیں۔',
      zh: '请由另一方签署该待定决定，或将其撤回。',
    },
  },
  'wrong-party': {
    status: 403,
    title: {
      en: 'This party is no authority of the scheme.',
      ur: 'یہ فریق اس اسکیم کی مجاز اتھارٹی نہیں۔',
      zh: '该方不是本方案的认证机构。',
    },
    remedy: {
      en: 'Ask an authority of the scheme to decide: {parties}.',
      ur: 'اسکیم کی مجاز اتھارٹی سے فیصلہ کروائیں: {parties}۔',
      zh: '请由本方案的认证机构决定：{parties}。',
    },
  },
  'already-signed': {
    status: 409,
    title: {
      en: 'This party or person has already signed.',
      ur: 'یہ فریق یا شخص پہلے ہی دستخط کر چکا ہے۔',
      zh: '该方或该人员已签署。',
    },
    remedy: {
      en: 'Each party signs once, by a different person.',
      ur: 'ہر فریق ایک بار دستخط کرتا ہے، الگ شخص کے ذریعے۔',
      zh: '每一方签署一次，且由不同人员签署。',
    },
  },
  'not-pending': {
    status: 409,
    title: {
      en: 'The decision is not waiting for a signature.',
      ur: 'یہ فیصلہ دستخط کا منتظر نہیں۔',
      zh: '该决定并非待签署状态。',
    },
    remedy: {
      en: 'Reload the history: it is in force or has been corrected.',
      ur: 'تاریخ دوبارہ دیکھیں: یہ مؤثر ہو چکا یا درست کیا جا چکا ہے۔',
      zh: '请刷新历史记录：该决定已生效或已被更正。',
    },
  },
  'illegal-transition': {
    status: 409,
    title: {
      en: 'This decision is not possible in the present status.',
      ur: 'موجودہ حیثیت میں یہ فیصلہ ممکن نہیں۔',
      zh: '当前状态下不能作出此决定。',
    },
    detail: {
      en: 'The status is {status}; {decision} is possible only from: {from}.',
      ur: 'حیثیت {status} ہے؛ {decision} صرف ان سے ممکن ہے: {from}۔',
      zh: '当前状态为 {status}；{decision} 仅可由以下状态作出：{from}。',
    },
    remedy: {
      en: 'Check the history of the certification and choose a decision that fits.',
      ur: 'تصدیق کی تاریخ دیکھیں اور مناسب فیصلہ منتخب کریں۔',
      zh: '请查看认证历史并选择合适的决定。',
    },
  },
  'extension-too-short': {
    status: 422,
    title: {
      en: 'The extension does not reach beyond the present expiry.',
      ur: 'توسیع موجودہ میعاد سے آگے نہیں جاتی۔',
      zh: '延期未超过现有到期日。',
    },
    remedy: {
      en: 'Give a day after {expiresOn}.',
      ur: '{expiresOn} کے بعد کی تاریخ دیں۔',
      zh: '请填写 {expiresOn} 之后的日期。',
    },
  },
  'correction-target': {
    status: 409,
    title: {
      en: 'There is no such event in force to correct.',
      ur: 'درستی کے لیے ایسا کوئی مؤثر اندراج نہیں۔',
      zh: '没有可更正的有效事件。',
    },
    remedy: {
      en: 'Correct the last event of the chain.',
      ur: 'سلسلے کے آخری اندراج کو درست کریں۔',
      zh: '请更正链中的最后一项事件。',
    },
  },
  'correction-dates': {
    status: 422,
    title: {
      en: 'The days of the corrected decision contradict each other.',
      ur: 'درست کیے گئے فیصلے کی تاریخیں باہم متصادم ہیں۔',
      zh: '更正后决定的日期相互矛盾。',
    },
    remedy: {
      en: 'Completed no later than effective, effective no later than today, an extension beyond its effective day.',
      ur: 'تکمیل نفاذ کے بعد نہ ہو، نفاذ آج کے بعد نہ ہو، توسیع اپنے نفاذ کے دن سے آگے ہو۔',
      zh: '完成日不得晚于生效日，生效日不得晚于今天，延期须超过其生效日。',
    },
  },
  'correction-evidence': {
    status: 422,
    title: {
      en: 'The corrected decision rests on no evidence of this person.',
      ur: 'درست کیا گیا فیصلہ اس شخص کے کسی ثبوت پر قائم نہیں۔',
      zh: '更正后的决定没有该人员的证据支持。',
    },
    remedy: {
      en: 'Name evidence that is on record for the person and still counts.',
      ur: 'اس شخص کا ایسا ثبوت درج کریں جو ریکارڈ پر ہے اور اب بھی قابلِ قبول ہے۔',
      zh: '请指明该人员已登记且仍有效的证据。',
    },
  },
  'reason-required': {
    status: 422,
    title: { en: 'A reason is required.', ur: 'وجہ بتانا ضروری ہے۔', zh: '必须说明理由。' },
    remedy: { en: 'State the reason.', ur: 'وجہ درج کریں۔', zh: '请填写理由。' },
  },
});
