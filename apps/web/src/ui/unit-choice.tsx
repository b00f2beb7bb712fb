import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../api/organisation';
import { localized } from '../i18n/format';

interface UnitChoiceProps {
  readonly value: string | undefined;
  readonly onChange: (unitId: string | undefined) => void;
}

/** A unit of those that the reader sees, or all of them; set in like the tree. */
export function UnitChoice({ value, onChange }: UnitChoiceProps) {
  const { t } = useTranslation();
  const { data: units = [] } = useQuery(unitsQuery);
  return (
    <NativeSelect
      label={t('unitFilter')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('allUnits') },
        ...units.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${localized(name)}` })),
      ]}
    />
  );
}
