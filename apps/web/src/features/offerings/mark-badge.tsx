import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import type { Mark, RegisterLine } from '../../offline/registers';
import type { IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';
import { Badge } from '../../ui/status-badge';

const LOOKS: Readonly<Record<Mark['status'], readonly [Tone, IconName]>> = {
  present: ['good', 'check'],
  late: ['warn', 'clock'],
  absent: ['bad', 'cross'],
  excused: ['quiet', 'dash'],
};
const NOT_MARKED = ['quiet', 'question'] as const;

type Marked = Pick<NonNullable<RegisterLine['mark']>, 'status' | 'minutes'> | null;

export function MarkBadge({ mark }: { readonly mark: Marked }) {
  const words = useMarkWords();
  const [tone, icon] = mark ? LOOKS[mark.status] : NOT_MARKED;
  return (
    <Badge tone={tone} icon={icon}>
      {words(mark)}
    </Badge>
  );
}

export function useMarkWords(): (mark: Marked) => string {
  const { t } = useTranslation('offerings');
  const format = useFormat();
  return (mark) => {
    if (!mark) return t('unmarked');
    const words = t(`attendance.${mark.status}`);
    return mark.status === 'late' ? `${words} · ${format.number(mark.minutes)} ${t('minutes')}` : words;
  };
}
