import { currentLanguage } from '../i18n/i18n';

interface Named {
  readonly nameEn: string;
  readonly nameUr: string | null;
  readonly nameZh: string | null;
}

/** The name in the reader's script where it is known, else in Latin letters. */
export function personName({ nameEn, nameUr, nameZh }: Named): string {
  return { en: nameEn, ur: nameUr, zh: nameZh }[currentLanguage()] || nameEn;
}

/** The name's other forms, as far as they are known. */
export function otherNames(person: Named): readonly { lang: string; name: string }[] {
  const forms = [
    { lang: 'en', name: person.nameEn },
    { lang: 'ur', name: person.nameUr },
    { lang: 'zh', name: person.nameZh },
  ];
  return forms.filter(
    (form): form is { lang: string; name: string } => !!form.name && form.name !== personName(person),
  );
}
