import { formatMessage, LOCALES, type LocalizedText } from '@jssu/kernel';

export type TextParams = Readonly<Record<string, string | number | LocalizedText>>;

/** The text in every language, its placeholders filled; a parameter may itself be a text in every language. */
export function tell(text: LocalizedText, params: TextParams): LocalizedText {
  const filled = LOCALES.map((locale) => {
    const values = Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'object' ? value[locale] : value,
    ]);
    return [locale, formatMessage(text[locale], Object.fromEntries(values) as Record<string, unknown>)];
  });
  return Object.fromEntries(filled) as unknown as LocalizedText;
}
