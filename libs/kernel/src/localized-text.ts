/** The three languages are equal: a text that has one has all. */
export const LOCALES = ['en', 'ur', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];
export type LocalizedText = Readonly<Record<Locale, string>>;

export function inLocale(text: LocalizedText, locale: Locale): string {
  return text[locale] || text.en;
}

/** Fills `{name}` placeholders; one without a value stays visible, so that a missing parameter is noticed. */
export function formatMessage(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined || value === null ? whole : String(value);
  });
}

/** The best of our languages for an `Accept-Language` header (RFC 9110 §12.5.4); English when none fits. */
export function negotiateLocale(header: string | undefined): Locale {
  if (!header) return 'en';
  let best: Locale = 'en';
  let bestWeight = 0;
  for (const part of header.slice(0, 500).split(',')) {
    const [tag, ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
    const weight = quality === undefined ? 1 : Number(quality);
    const locale = LOCALES.find((candidate) => tag === candidate || tag.startsWith(`${candidate}-`));
    if (locale && weight > bestWeight) {
      best = locale;
      bestWeight = weight;
    }
  }
  return best;
}
