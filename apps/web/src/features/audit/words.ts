import { useTranslation } from 'react-i18next';
import { isKnownAction } from './actions';
import { isKnownField } from './fields';
import { ENTITIES } from './filter';

/** The codes of the trail in the reader's words; a code without any stands for itself. */
export function useWords() {
  const { t } = useTranslation('audit');
  return {
    actionOf: (action: string): string => (isKnownAction(action) ? t(`action.${action}`) : action),
    entityOf: (entity: string): string => {
      const known = ENTITIES.find((one) => one === entity);
      return known ? t(`entity.${known}`) : entity;
    },
    /** Of a path, the words of its last member. */
    fieldOf: (path: string): string => {
      const name = path.slice(path.lastIndexOf('.') + 1);
      return isKnownField(name) ? t(`field.${name}`) : path;
    },
  };
}
