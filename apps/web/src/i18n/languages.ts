/** The three equal languages. `locale` is for dates and numbers. */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr', locale: 'en-GB' },
  ur: { name: 'اردو', dir: 'rtl', locale: 'ur-PK' },
  zh: { name: '中文', dir: 'ltr', locale: 'zh-CN' },
} as const;

export type Language = keyof typeof LANGUAGES;

const REMEMBERED = 'jssu.language';

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && value in LANGUAGES;
}

/** What was chosen before, else the first language of the browser that we have. */
export function initialLanguage(): Language {
  const remembered = localStorage.getItem(REMEMBERED);
  if (isLanguage(remembered)) return remembered;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(REMEMBERED, language);
}
