import type { LocalizedText, Party } from '@jssu/kernel';

/** Who issues certificates and credentials. */
export const ISSUER: LocalizedText = {
  en: 'Joint Special Security Unit',
  ur: 'جوائنٹ اسپیشل سیکیورٹی یونٹ',
  zh: '联合特别安全部队',
};

export const AUTHORITIES: Readonly<Record<Party, LocalizedText>> = {
  pk: { en: 'Certifying Authority, Pakistan', ur: 'مجاز اتھارٹی، پاکستان', zh: '巴方认证机构' },
  cn: { en: 'Certifying Authority, China', ur: 'مجاز اتھارٹی، چین', zh: '中方认证机构' },
  joint: { en: 'Joint Certifying Authority', ur: 'مشترکہ مجاز اتھارٹی', zh: '联合认证机构' },
};

/** In place of a signature, where the rule of a scheme with one authority decides by itself. */
export const BY_RULE: LocalizedText = {
  en: 'By the rules of the scheme',
  ur: 'اسکیم کے قواعد کے تحت',
  zh: '依方案规则授予',
};

/** Where the public can look things up; all below `PUBLIC_URL`. */
export const publicUrls = (publicUrl: string) => ({
  verify: (code: string) => `${publicUrl}/verify/${code}`,
  issuer: `${publicUrl}/api/v1/issuer`,
  key: (thumbprint: string) => `${publicUrl}/api/v1/issuer/keys/${thumbprint}`,
  scheme: (code: string) => `${publicUrl}/api/v1/public/schemes/${code}`,
});

export type PublicUrls = ReturnType<typeof publicUrls>;

/** An Open Badges 3.0 `Profile`, what the address of the issuer answers. */
export function issuerProfile(urls: PublicUrls) {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: urls.issuer,
    type: ['Profile'],
    name: ISSUER.en,
    url: new URL(urls.issuer).origin,
  };
}
