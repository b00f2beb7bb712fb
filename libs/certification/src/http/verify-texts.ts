import type { LocalizedText } from '@jssu/kernel';
import type { CredentialFault } from '../application/verify-credential.js';
import type { CertificateState } from '../domain/certificate-due.js';

/** `unknown`: no such code; `too-many`: the address has to wait. */
export type PageState = CertificateState | 'unknown' | 'too-many';

/** The large word, and the sentence under it. */
export const STATE_TEXTS: Readonly<Record<PageState, { readonly word: LocalizedText; readonly says: LocalizedText }>> =
  {
    valid: {
      word: { en: 'Valid', ur: 'مؤثر', zh: '有效' },
      says: {
        en: 'The certification is in force.',
        ur: 'یہ تصدیق مؤثر ہے۔',
        zh: '该资格认证现行有效。',
      },
    },
    in_grace: {
      word: { en: 'Expired, in grace', ur: 'میعاد ختم، مہلت جاری', zh: '已到期，处于宽限期' },
      says: {
        en: 'The certification has expired and can still be renewed.',
        ur: 'تصدیق کی میعاد ختم ہو چکی ہے؛ تجدید ابھی ممکن ہے۔',
        zh: '该资格认证已到期，仍可续期。',
      },
    },
    expired: {
      word: { en: 'Expired', ur: 'میعاد ختم', zh: '已过期' },
      says: {
        en: 'The certification is no longer held.',
        ur: 'یہ تصدیق اب حاصل نہیں ہے۔',
        zh: '持证人已不再持有该资格认证。',
      },
    },
    suspended: {
      word: { en: 'Suspended', ur: 'معطل', zh: '已暂停' },
      says: {
        en: 'The certifying authority has suspended the certification.',
        ur: 'مجاز اتھارٹی نے تصدیق معطل کر رکھی ہے۔',
        zh: '认证机构已暂停该资格认证。',
      },
    },
    revoked: {
      word: { en: 'Revoked', ur: 'منسوخ', zh: '已撤销' },
      says: {
        en: 'The certifying authority has revoked the certification.',
        ur: 'مجاز اتھارٹی نے تصدیق منسوخ کر دی ہے۔',
        zh: '认证机构已撤销该资格认证。',
      },
    },
    surrendered: {
      word: { en: 'Surrendered', ur: 'واپس کر دی گئی', zh: '已自愿放弃' },
      says: {
        en: 'The holder has given the certification back.',
        ur: 'حامل نے تصدیق خود واپس کر دی ہے۔',
        zh: '持证人已自愿放弃该资格认证。',
      },
    },
    withdrawn: {
      word: { en: 'Withdrawn', ur: 'سند واپس لی گئی', zh: '证书已收回' },
      says: {
        en: 'The decision on this certificate was corrected or taken back; the certificate no longer counts.',
        ur: 'اس سند کا فیصلہ درست کیا گیا یا واپس لیا گیا؛ یہ سند اب معتبر نہیں۔',
        zh: '本证书所载决定已被更正或撤回，证书不再有效。',
      },
    },
    unknown: {
      word: { en: 'Unknown code', ur: 'نامعلوم کوڈ', zh: '验证码不存在' },
      says: {
        en: 'No certificate has this code. Compare it sign by sign; if it is the same, the certificate is not ours.',
        ur: 'اس کوڈ کی کوئی سند نہیں۔ کوڈ حرف بہ حرف ملائیں؛ اگر یکساں ہو تو سند ہماری جاری کردہ نہیں۔',
        zh: '没有使用该验证码的证书。请逐字核对；如完全一致，则该证书并非我方签发。',
      },
    },
    'too-many': {
      word: { en: 'Please wait', ur: 'براہِ کرم انتظار کریں', zh: '请稍候' },
      says: {
        en: 'Too many unknown codes came from your address. Try again in a minute.',
        ur: 'آپ کے پتے سے بہت سے نامعلوم کوڈ آئے۔ ایک منٹ بعد کوشش کریں۔',
        zh: '来自您地址的无效验证码过多，请一分钟后重试。',
      },
    },
  };

/** Why a credential is not accepted, beside the states of its certificate. */
export const FAULT_TEXTS: Readonly<Record<Exclude<CredentialFault, CertificateState>, LocalizedText>> = {
  malformed: {
    en: 'This is no credential of ours.',
    ur: 'یہ ہماری سندِ ڈیجیٹل نہیں۔',
    zh: '这不是我方的电子凭证。',
  },
  'wrong-algorithm': {
    en: 'It is signed in a way that we do not use.',
    ur: 'اس پر ایسے طریقے سے دستخط ہیں جو ہم استعمال نہیں کرتے۔',
    zh: '其签名方式并非我方所用。',
  },
  'bad-signature': {
    en: 'The signature does not fit: it was changed after it was signed.',
    ur: 'دستخط مطابقت نہیں رکھتے: دستخط کے بعد اس میں تبدیلی کی گئی۔',
    zh: '签名不符：签署后内容已被改动。',
  },
  'claims-differ': {
    en: 'It contradicts itself.',
    ur: 'اس کے مندرجات باہم متصادم ہیں۔',
    zh: '其内容自相矛盾。',
  },
  'not-yet-valid': {
    en: 'It does not hold yet.',
    ur: 'یہ ابھی مؤثر نہیں ہوئی۔',
    zh: '尚未生效。',
  },
  'unknown-key': {
    en: 'It is signed with a key that is not ours.',
    ur: 'اس پر ایسی کلید سے دستخط ہیں جو ہماری نہیں۔',
    zh: '其签名密钥并非我方所有。',
  },
  'not-in-register': {
    en: 'No certificate in the register has it.',
    ur: 'رجسٹر میں اس کی کوئی سند موجود نہیں۔',
    zh: '登记册中没有对应的证书。',
  },
};

export const LABELS = {
  title: { en: 'Certificate verification', ur: 'سند کی تصدیق', zh: '证书验证' },
  holder: { en: 'Name', ur: 'نام', zh: '姓名' },
  scheme: { en: 'Certified as', ur: 'تصدیق برائے', zh: '认证资格' },
  number: { en: 'Certificate number', ur: 'سند نمبر', zh: '证书编号' },
  granted: { en: 'Granted on', ur: 'تاریخِ اجرا', zh: '授予日期' },
  until: { en: 'Valid through', ur: 'میعاد تا', zh: '有效期至' },
  endless: { en: 'No expiry date', ur: 'بلا میعاد', zh: '长期有效' },
  grace: { en: 'Grace until', ur: 'مہلت تا', zh: '宽限期至' },
  newer: { en: 'Newer certificate', ur: 'نئی سند', zh: '新证书' },
  asOf: { en: 'Status as of {time}', ur: 'حیثیت بوقت {time}', zh: '状态截至 {time}' },
  compare: {
    en: 'Compare name and number with the certificate in front of you, and ask for proof of identity.',
    ur: 'نام اور نمبر اپنے سامنے موجود سند سے ملائیں، اور شناخت کا ثبوت طلب کریں۔',
    zh: '请将姓名和编号与您面前的证书核对，并查验身份证件。',
  },
  another: { en: 'Code on the certificate', ur: 'سند پر درج کوڈ', zh: '证书上的验证码' },
  check: { en: 'Verify', ur: 'تصدیق کریں', zh: '验证' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
