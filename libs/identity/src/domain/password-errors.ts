const REMEDY = {
  en: 'Use 15 to 128 characters, for example four unrelated words. Any characters are fine; no digits or signs are demanded.',
  ur: '15 سے 128 حروف استعمال کریں، مثلاً چار غیر متعلق الفاظ۔ ہر حرف قبول ہے؛ ہندسے یا علامات لازم نہیں۔',
  zh: '请使用 15 至 128 个字符，例如四个互不相关的词。可用任意字符，不强制数字或符号。',
};

/** One for each `PasswordProblem`, and one for the password that one has already. */
export const passwordErrors = {
  'password-too-short': {
    status: 422,
    title: { en: 'The password is too short', ur: 'پاس ورڈ بہت چھوٹا ہے', zh: '密码过短' },
    remedy: REMEDY,
  },
  'password-too-long': {
    status: 422,
    title: { en: 'The password is too long', ur: 'پاس ورڈ بہت لمبا ہے', zh: '密码过长' },
    remedy: REMEDY,
  },
  'password-common': {
    status: 422,
    title: {
      en: 'The password is among those that are guessed first',
      ur: 'یہ پاس ورڈ آسانی سے بوجھا جا سکتا ہے',
      zh: '该密码属于最易被猜中的密码',
    },
    remedy: REMEDY,
  },
  'password-context': {
    status: 422,
    title: {
      en: 'The password is made of your own names and words of this unit',
      ur: 'پاس ورڈ آپ کے نام یا اس یونٹ کے الفاظ سے بنا ہے',
      zh: '密码由您的姓名或本单位用语构成',
    },
    remedy: REMEDY,
  },
  'password-repetition': {
    status: 422,
    title: { en: 'The password repeats itself', ur: 'پاس ورڈ میں ایک ہی چیز دہرائی گئی ہے', zh: '密码内容重复' },
    remedy: REMEDY,
  },
  'password-unchanged': {
    status: 422,
    title: { en: 'The new password is the old one', ur: 'نیا پاس ورڈ پرانا ہی ہے', zh: '新密码与旧密码相同' },
    remedy: { en: 'Choose another.', ur: 'کوئی اور منتخب کریں۔', zh: '请另选。' },
  },
} as const;
