import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/status-badge';

export function AccountStatus({ status }: { readonly status: string }) {
  const { t } = useTranslation('accounts');
  return status === 'disabled' ? (
    <Badge tone="bad" icon="ban">
      {t('status.disabled')}
    </Badge>
  ) : (
    <Badge tone="good" icon="check">
      {t('status.active')}
    </Badge>
  );
}
