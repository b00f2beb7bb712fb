import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { postsQuery, sitesQuery, unitsQuery } from '../../api/organisation';
import { localized, today, useFormat } from '../../i18n/format';
import { EmptyState } from '../../ui/notice';
import { Badge } from '../../ui/status-badge';
import classes from './postings.module.css';
import type { Person } from './queries';

/** Where the person serves and served, newest first. */
export function Postings({ postings }: { readonly postings: Person['postings'] }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { data: units = [] } = useQuery(unitsQuery);
  const { data: sites = [] } = useQuery(sitesQuery);
  const { data: posts = [] } = useQuery(postsQuery);
  if (postings.length === 0)
    return (
      <EmptyState icon="place" title={t('noPosting')}>
        {t('noPostingHelp')}
      </EmptyState>
    );
  return (
    <ol className={classes.list}>
      {postings.map(({ id, unitId, siteId, postId, startsOn, endsOn }) => {
        const unit = units.find((one) => one.id === unitId);
        const site = sites.find((one) => one.id === siteId);
        const post = posts.find((one) => one.id === postId);
        const now = startsOn <= today() && (endsOn === null || endsOn >= today());
        const place = [post && localized(post.title), site && localized(site.name)].filter(Boolean).join(' · ');
        return (
          <li key={id} className={classes.posting}>
            <div>
              <Text fw={600}>{unit ? localized(unit.name) : t('otherUnit')}</Text>
              {place && <Text size="sm">{place}</Text>}
              <Text size="sm" c="dimmed">
                {endsOn
                  ? t('fromUntil', { from: format.day(startsOn), until: format.day(endsOn) })
                  : t('since', { from: format.day(startsOn) })}
              </Text>
            </div>
            {now && (
              <Badge tone="good" icon="place">
                {t('now')}
              </Badge>
            )}
          </li>
        );
      })}
    </ol>
  );
}
