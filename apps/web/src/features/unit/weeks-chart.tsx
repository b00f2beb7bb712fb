import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../i18n/format';
import { Section } from '../../ui/page';
import { weeksAhead, type Lapse, type Week } from './lapses';
import classes from './unit.module.css';

const route = getRouteApi('/unit');

/** What ends in each week ahead, as bars or as a table that says the same. */
export function WeeksChart({ lapses }: { readonly lapses: readonly Lapse[] }) {
  const { t } = useTranslation('unit');
  const { unit, span, as } = route.useSearch();
  const weeks = weeksAhead(lapses, today());
  return (
    <Section
      title={t('weeks')}
      actions={
        <Link
          to="/unit"
          search={{ unit, span, as: as ? undefined : 'table' }}
          replace
          resetScroll={false}
          className={classes.link}
        >
          {t(as ? 'asChart' : 'asTable')}
        </Link>
      }
    >
      {as ? <WeeksTable weeks={weeks} /> : <Bars weeks={weeks} />}
    </Section>
  );
}

function Bars({ weeks }: { readonly weeks: readonly Week[] }) {
  const { t } = useTranslation('unit');
  const format = useFormat();
  const most = Math.max(1, ...weeks.map(({ count }) => count));
  const ending = weeks.filter(({ count }) => count > 0);
  const told = ending.map(({ from, count }) => t('weekTold', { count, day: format.day(from) }));
  return (
    <div role="img" aria-label={told.length > 0 ? format.list(told) : t('nobodyLapses')} className={classes.chart}>
      {weeks.map(({ from, count }, i) => (
        <div key={from} className={classes.week}>
          <span className={classes.count}>{count > 0 && format.number(count)}</span>
          <div
            className={classes.bar}
            data-near={count > 0 ? nearness(i) : undefined}
            style={{ height: `${(count / most) * 7}rem` }}
          />
          <span className={classes.day}>{i % 3 === 0 && format.shortDay(from)}</span>
        </div>
      ))}
    </div>
  );
}

/** As the tiles divide it: about a month each. */
function nearness(week: number): 'in30' | 'in60' | 'in90' {
  return week < 4 ? 'in30' : week < 9 ? 'in60' : 'in90';
}

function WeeksTable({ weeks }: { readonly weeks: readonly Week[] }) {
  const { t } = useTranslation('unit');
  const format = useFormat();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('week')}</th>
          <th scope="col">{t('ending')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ from, until, count }) => (
          <tr key={from}>
            <th scope="row">
              <bdi>{format.day(from)}</bdi> – <bdi>{format.day(until)}</bdi>
            </th>
            <td>{format.number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
