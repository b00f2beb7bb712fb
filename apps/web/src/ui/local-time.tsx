import { useTranslation } from 'react-i18next';
import type { CourseSession } from '../api/offerings';
import { SHANGHAI, useFormat } from '../i18n/format';

/** Day and hours by the clock where the offering is run, which is named where it is not that of Pakistan. */
export function LocalTime({ start, end, zone }: Pick<CourseSession, 'start' | 'end' | 'zone'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <bdi>{format.weekday(format.dayOf(start, zone))}</bdi>{' '}
      <bdi style={{ whiteSpace: 'nowrap' }}>
        {format.time(start, zone)}–{format.time(end, zone)}
      </bdi>
      {zone === SHANGHAI && ` ${t('chinaTime')}`}
    </>
  );
}
