import { useTranslation } from 'react-i18next';
import type { Zone } from '../../api/offerings';
import { localized } from '../../i18n/format';
import { LocalTime } from '../../ui/local-time';
import type { SeenClash } from './clashes';

/** One thing that stands in the way: what, when, for whom. */
export function ClashLine({ clash, zone }: { readonly clash: SeenClash; readonly zone: Zone }) {
  const { t } = useTranslation('planning');
  const { kind, name, session, start, end } = clash;
  return (
    <>
      {t(`clash.${kind}`)}
      {name && (
        <>
          {' '}
          <bdi>{localized(name)}</bdi>
        </>
      )}
      {': '}
      <LocalTime start={start} end={end} zone={zone} />
      {session ? (
        <>
          {' · '}
          <bdi dir="ltr">
            {session.offeringCode} {session.blockCode}
          </bdi>
        </>
      ) : (
        ` · ${t('otherOffering')}`
      )}
    </>
  );
}
