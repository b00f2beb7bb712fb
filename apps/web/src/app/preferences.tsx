import { ActionIcon, NativeSelect, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/query-client';
import { currentLanguage, switchLanguage } from '../i18n/i18n';
import { LANGUAGES, type Language } from '../i18n/languages';
import { Icon } from '../ui/icon';
import { toast } from '../ui/toast-store';

/** Each language under its own name, so that everybody finds his. */
export function LanguageChoice({ className }: { readonly className?: string }) {
  const { t } = useTranslation();
  const choose = async (language: Language) => {
    try {
      await switchLanguage(language);
    } catch {
      return toast({ message: t('unreachable'), failed: true });
    }
    // Refusals that are on the screen were told in the other language.
    await queryClient.refetchQueries({ predicate: ({ state }) => state.status === 'error', type: 'active' });
  };
  return (
    <NativeSelect
      size="sm"
      aria-label={t('language')}
      classNames={{ wrapper: className }}
      value={currentLanguage()}
      onChange={(event) => void choose(event.currentTarget.value as Language)}
      data={Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, label: name }))}
    />
  );
}

export function ColourSchemeSwitch({ className }: { readonly className?: string }) {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  const name = t(other === 'dark' ? 'darkScheme' : 'lightScheme');
  return (
    <ActionIcon
      variant="subtle"
      size={36}
      className={className}
      aria-label={name}
      title={name}
      onClick={() => setColorScheme(other)}
    >
      <Icon name={other === 'dark' ? 'moon' : 'sun'} />
    </ActionIcon>
  );
}
