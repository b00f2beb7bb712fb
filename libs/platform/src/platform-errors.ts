import { defineErrors } from '@jssu/kernel';

export const platformErrors = defineErrors('platform', {
  'not-signed-in': {
    status: 401,
    title: { en: 'You are not signed in', ur: 'آپ نے لاگ اِن نہیں کیا', zh: '您尚未登录' },
    remedy: {
      en: 'Sign in and send the request again.',
      ur: 'لاگ اِن کریں اور درخواست دوبارہ بھیجیں۔',
      zh: '请登录后重试。',
    },
  },
  forbidden: {
    status: 403,
    title: { en: 'You may not do this', ur: 'آپ کو اس کی اجازت نہیں', zh: '您无权执行此操作' },
    detail: {
      en: 'This needs the permission {permission}.',
      ur: 'اس کے لیے اجازت {permission} درکار ہے۔',
      zh: '此操作需要权限 {permission}。',
    },
    remedy: {
      en: 'Ask an administrator for a role that has it, in the unit concerned.',
      ur: 'متعلقہ یونٹ میں اس اجازت والے کردار کے لیے ایڈمنسٹریٹر سے کہیں۔',
      zh: '请管理员授予您在相关单位中具有该权限的角色。',
    },
  },
  'password-change-required': {
    status: 403,
    title: {
      en: 'Set a password of your own first',
      ur: 'پہلے اپنا پاس ورڈ مقرر کریں',
      zh: '请先设置您自己的密码',
    },
    remedy: {
      en: 'The password that you were given works once: change it at /api/v1/auth/password.',
      ur: 'دیا گیا پاس ورڈ صرف ایک بار کے لیے ہے: ‎/api/v1/auth/password پر اسے تبدیل کریں۔',
      zh: '您收到的是一次性密码：请在 /api/v1/auth/password 处修改。',
    },
  },
  'not-found': {
    status: 404,
    title: { en: 'Not found', ur: 'نہیں ملا', zh: '未找到' },
    detail: {
      en: 'There is no such {what}, or it is outside the units that you may see.',
      ur: 'ایسا کوئی {what} موجود نہیں، یا وہ ان یونٹوں سے باہر ہے جو آپ دیکھ سکتے ہیں۔',
      zh: '不存在该{what}，或不在您可查看的单位范围内。',
    },
    remedy: {
      en: 'Check the address, or search for it in its list.',
      ur: 'پتہ جانچیں، یا فہرست میں تلاش کریں۔',
      zh: '请核对地址，或在列表中查找。',
    },
  },
  'invalid-input': {
    status: 400,
    title: { en: 'The input is not valid', ur: 'درج کردہ معلومات درست نہیں', zh: '输入无效' },
    remedy: {
      en: 'Correct the fields named under `fields` and send it again; nothing was saved.',
      ur: '`fields` میں دیے گئے خانے درست کر کے دوبارہ بھیجیں؛ کچھ محفوظ نہیں ہوا۔',
      zh: '请更正 `fields` 中列出的字段后重新提交；未保存任何内容。',
    },
  },
  'too-large': {
    status: 413,
    title: { en: 'The request is too large', ur: 'درخواست بہت بڑی ہے', zh: '请求过大' },
    remedy: { en: 'Send less in one request.', ur: 'ایک درخواست میں کم بھیجیں۔', zh: '请减小单次请求的大小。' },
  },
  'too-many-requests': {
    status: 429,
    title: { en: 'Too many requests', ur: 'بہت زیادہ درخواستیں', zh: '请求过多' },
    detail: {
      en: 'Try again in {seconds} seconds.',
      ur: '{seconds} سیکنڈ بعد دوبارہ کوشش کریں۔',
      zh: '请在 {seconds} 秒后重试。',
    },
    remedy: { en: 'Wait, then try again.', ur: 'انتظار کریں، پھر کوشش کریں۔', zh: '请稍候再试。' },
  },
  'version-required': {
    status: 428,
    title: { en: 'The version is missing', ur: 'ورژن موجود نہیں', zh: '缺少版本号' },
    remedy: {
      en: 'Send the version that you read as If-Match.',
      ur: 'جو ورژن آپ نے پڑھا اسے If-Match میں بھیجیں۔',
      zh: '请在 If-Match 中发送您读取的版本号。',
    },
  },
  'version-conflict': {
    status: 412,
    title: { en: 'Somebody changed it meanwhile', ur: 'اس دوران کسی اور نے تبدیلی کر دی', zh: '其间已被他人修改' },
    remedy: {
      en: 'Read it again, look at the change, and save yours on top.',
      ur: 'دوبارہ پڑھیں، تبدیلی دیکھیں، پھر اپنی تبدیلی محفوظ کریں۔',
      zh: '请重新读取、查看更改后再保存。',
    },
  },
  'idempotency-mismatch': {
    status: 422,
    title: {
      en: 'This Idempotency-Key was used for another request',
      ur: 'یہ Idempotency-Key کسی اور درخواست کے لیے استعمال ہو چکی ہے',
      zh: '该 Idempotency-Key 已用于其他请求',
    },
    remedy: { en: 'Use a new key.', ur: 'نئی کلید استعمال کریں۔', zh: '请使用新的键。' },
  },
  'in-progress': {
    status: 409,
    title: {
      en: 'The same request is still being worked on',
      ur: 'یہی درخواست ابھی زیرِ عمل ہے',
      zh: '同一请求仍在处理中',
    },
    remedy: { en: 'Wait, then try again.', ur: 'انتظار کریں، پھر کوشش کریں۔', zh: '请稍候再试。' },
  },
  'in-use': {
    status: 409,
    title: {
      en: 'It exists already or is still in use',
      ur: 'یہ پہلے سے موجود ہے یا زیرِ استعمال ہے',
      zh: '已存在或仍在使用',
    },
    detail: { en: 'The rule {rule} refused it.', ur: 'قاعدے {rule} نے اسے رد کیا۔', zh: '规则 {rule} 拒绝了该操作。' },
    remedy: {
      en: 'Choose another value, or remove what refers to it.',
      ur: 'کوئی اور قدر منتخب کریں، یا حوالہ دینے والی چیز ہٹائیں۔',
      zh: '请另选值，或先移除引用它的内容。',
    },
  },
  internal: {
    status: 500,
    title: { en: 'Something went wrong on our side', ur: 'ہماری طرف کوئی خرابی ہوئی', zh: '系统内部出错' },
    remedy: {
      en: 'Try again; if it stays, tell the administrator the error id.',
      ur: 'دوبارہ کوشش کریں؛ مسئلہ رہے تو ایڈمنسٹریٹر کو errorId بتائیں۔',
      zh: '请重试；若仍出错，请将 errorId 告知管理员。',
    },
  },
  unavailable: {
    status: 503,
    title: { en: 'The service is not available just now', ur: 'سروس اس وقت دستیاب نہیں', zh: '服务暂不可用' },
    remedy: { en: 'Try again in a minute.', ur: 'ایک منٹ بعد کوشش کریں۔', zh: '请一分钟后重试。' },
  },
});
