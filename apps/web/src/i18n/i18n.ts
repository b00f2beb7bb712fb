import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { initialLanguage, isLanguage, LANGUAGES, rememberLanguage, type Language } from './languages';

type Text = Readonly<Record<string, string>>;

/** Each folder that shows something has its texts beside it: `text.en.ts`, `text.ur.ts`, `text.zh.ts`. */
const files = import.meta.glob<Text>('../{app,features/*}/text.*.ts', { import: 'default' });
const loaded = new Set<string>();

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en';
}

export async function startTexts(): Promise<void> {
  const language = initialLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: [],
    defaultNS: 'app',
    keySeparator: false,
    nsSeparator: ':',
    resources: {},
    interpolation: { escapeValue: true, escape: isolate },
    react: { useSuspense: false },
  });
  await loadText('app');
  dress(language);
}

/** Fetches the texts of a feature in the language in use; before its page is shown. */
export async function loadText(feature: string): Promise<void> {
  loaded.add(feature);
  await fetchText(currentLanguage(), feature);
}

/** Switches without reload. Nothing changes when the texts cannot be fetched. */
export async function switchLanguage(language: Language): Promise<void> {
  await Promise.all([...loaded].map((feature) => fetchText(language, feature)));
  rememberLanguage(language);
  await i18next.changeLanguage(language);
  dress(language);
}

async function fetchText(language: Language, feature: string): Promise<void> {
  if (i18next.hasResourceBundle(language, feature)) return;
  const folder = feature === 'app' ? 'app' : `features/${feature}`;
  i18next.addResourceBundle(language, feature, await files[`../${folder}/text.${language}.ts`]());
}

function dress(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES[language].dir;
}

/** React escapes by itself; what is put into a text must only not disturb the order of its words (UAX #9 isolates). */
function isolate(value: string): string {
  return LANGUAGES[currentLanguage()].dir === 'rtl' ? `\u2068${value}\u2069` : value;
}
