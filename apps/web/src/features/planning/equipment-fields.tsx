import { ActionIcon, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localized } from '../../i18n/format';
import { Icon } from '../../ui/icon';
import type { SessionDraft } from './session-draft';
import type { PlanFacts } from './use-plan-facts';

interface EquipmentFieldsProps {
  readonly draft: SessionDraft;
  readonly facts: PlanFacts;
  readonly onChange: (equipment: SessionDraft['equipment']) => void;
}

/** What a session uses, with how many pieces of it. */
export function EquipmentFields({ draft: { equipment }, facts, onChange }: EquipmentFieldsProps) {
  const { t } = useTranslation('planning');
  const open = facts.equipment.filter(({ id }) => !equipment.some(({ equipmentId }) => equipmentId === id));
  const itemOf = (id: string) => facts.equipment.find((item) => item.id === id);
  if (facts.equipment.length === 0) return null;
  return (
    <fieldset style={{ margin: 0, padding: 0, border: 0 }}>
      <Text component="legend" size="sm" fw={500}>
        {t('equipment')}
      </Text>
      {equipment.map(({ equipmentId, quantity }) => {
        const name = localized(itemOf(equipmentId)?.name);
        const set = (pieces: number) =>
          onChange(equipment.map((one) => (one.equipmentId === equipmentId ? { equipmentId, quantity: pieces } : one)));
        return (
          <Group key={equipmentId} justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm">
              <bdi>{name}</bdi>
            </Text>
            <Group wrap="nowrap" gap="xs">
              <TextInput
                type="number"
                w="5rem"
                min={1}
                max={itemOf(equipmentId)?.quantity}
                aria-label={t('piecesOf', { what: name })}
                value={quantity || ''}
                required
                onChange={(event) => set(Number(event.currentTarget.value))}
              />
              <ActionIcon
                size={44}
                variant="subtle"
                color="gray"
                aria-label={t('remove', { what: name })}
                onClick={() => onChange(equipment.filter((one) => one.equipmentId !== equipmentId))}
              >
                <Icon name="cross" size={16} />
              </ActionIcon>
            </Group>
          </Group>
        );
      })}
      {open.length > 0 && (
        <NativeSelect
          aria-label={t('addEquipment')}
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value) onChange([...equipment, { equipmentId: value, quantity: 1 }]);
          }}
          data={[
            { value: '', label: t('addEquipment') },
            ...open.map(({ id, name }) => ({ value: id, label: localized(name) })),
          ]}
        />
      )}
    </fieldset>
  );
}
