import { defineErrors } from '@jssu/kernel';

export const identityErrors = defineErrors('identity', {
  'wrong-credentials': {
    status: 401,
    title: { en: 'User name or password is wrong', ur: 'صارف نام یا پاس ورڈ غلط ہے', zh: '用户名或密码错误' },
    remedy: {
      en: 'Check both and try again; an administrator can set a new password.',
      ur: 'دونوں جانچ کر دوبارہ کوشش کریں؛ ایڈمنسٹریٹر نیا پاس ورڈ مقرر کر سکتا ہے۔',
      zh: '请核对后重试；管理员可重设密码。',
    },
  },
  throttled: {
    status: 429,
    title: { en: 'Too many failed log-ins', ur: 'لاگ اِن کی بہت زیادہ ناکام کوششیں', zh: '登录失败次数过多' },
    detail: {
      en: 'Log-in is closed for another {seconds} seconds.',
      ur: 'لاگ اِن مزید {seconds} سیکنڈ کے لیے بند ہے۔',
      zh: '登录将在 {seconds} 秒后重新开放。',
    },
    remedy: { en: 'Wait, then try again.', ur: 'انتظار کریں، پھر کوشش کریں۔', zh: '请稍候再试。' },
  },
  'session-ended': {
    status: 401,
    title: { en: 'The session has ended', ur: 'سیشن ختم ہو چکا ہے', zh: '会话已结束' },
    remedy: { en: 'Sign in again.', ur: 'دوبارہ لاگ اِن کریں۔', zh: '请重新登录。' },
  },
  'weak-password': {
    status: 422,
    title: { en: 'The password is not good enough', ur: 'پاس ورڈ کافی مضبوط نہیں', zh: '密码强度不足' },
    detail: { en: 'Reason: {reason}.', ur: 'وجہ: {reason}', zh: '原因：{reason}。' },
    remedy: {
      en: 'Use 15 to 128 characters, for example four unrelated words. Any characters are fine; no digits or signs are demanded.',
      ur: '15 سے 128 حروف استعمال کریں، مثلاً چار غیر متعلق الفاظ۔ ہر حرف قبول ہے۔',
      zh: '请使用 15 至 128 个字符，例如四个互不相关的词。可用任意字符，不强制数字或符号。',
    },
  },
  'user-name-taken': {
    status: 409,
    title: { en: 'The user name is taken', ur: 'صارف نام پہلے سے موجود ہے', zh: '用户名已被使用' },
    remedy: { en: 'Choose another.', ur: 'کوئی اور منتخب کریں۔', zh: '请另选。' },
  },
  'own-rights': {
    status: 403,
    title: {
      en: 'Nobody changes his own rights',
      ur: 'کوئی اپنے اختیارات خود نہیں بدل سکتا',
      zh: '任何人不得更改自己的权限',
    },
    remedy: { en: 'Ask another administrator.', ur: 'کسی دوسرے ایڈمنسٹریٹر سے کہیں۔', zh: '请由其他管理员操作。' },
  },
  'beyond-own-scope': {
    status: 403,
    title: {
      en: 'You can grant only what lies inside your own scope',
      ur: 'آپ صرف اپنے دائرے کے اندر اختیار دے سکتے ہیں',
      zh: '您只能授予自己范围内的权限',
    },
    remedy: {
      en: 'Ask an administrator of the wider unit.',
      ur: 'بالا یونٹ کے ایڈمنسٹریٹر سے کہیں۔',
      zh: '请由上级单位的管理员操作。',
    },
  },
});
