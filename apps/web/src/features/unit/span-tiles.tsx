import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { Icon, type IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';
import { SPANS, type Lapse, type Span } from './lapses';
import classes from './unit.module.css';

const route = getRouteApi('/unit');
const LOOKS: Readonly<Record<Span, readonly [Tone, IconName]>> = {
  lapsed: ['bad', 'cross'],
  grace: ['warn', 'hourglass'],
  in30: ['warn', 'clock'],
  in60: ['info', 'clock'],
  in90: ['quiet', 'calendar'],
};

/** How many, by how urgent; each narrows the list beneath, and once more shows all. */
export function SpanTiles({ lapses }: { readonly lapses: readonly Lapse[] }) {
  const { t } = useTranslation('unit');
  const format = useFormat();
  const { unit, span, as } = route.useSearch();
  return (
    <div role="group" aria-label={t('spans')} className={classes.tiles}>
      {SPANS.map((one) => {
        const [tone, icon] = LOOKS[one];
        const chosen = one === span;
        const count = lapses.filter((lapse) => lapse.span === one).length;
        return (
          <Link
            key={one}
            to="/unit"
            search={{ unit, as, span: chosen ? undefined : one }}
            replace
            resetScroll={false}
            className={classes.tile}
            data-tone={count > 0 ? tone : 'quiet'}
            data-chosen={chosen || undefined}
            aria-current={chosen ? 'true' : undefined}
          >
            <b className={classes.number}>{format.number(count)}</b>
            <span className={classes.words}>
              <Icon name={icon} size={16} />
              {t(`span.${one}`)}
            </span>
          </Link>
        );
      })}
    </div>
  );
}
