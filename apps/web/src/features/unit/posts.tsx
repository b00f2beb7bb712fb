import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { postsQuery, sitesQuery, unitsBelow, unitsQuery } from '../../api/organisation';
import type { Listed } from '../../api/client';
import { localized, useFormat } from '../../i18n/format';
import { Lines, Loaded } from '../../ui/loaded';
import { EmptyState } from '../../ui/notice';
import { Section } from '../../ui/page';
import type { Lapse } from './lapses';
import { postedQuery } from './queries';
import classes from './unit.module.css';

interface PostsProps {
  readonly unitId: string | undefined;
  readonly lapses: readonly Lapse[];
}

/** The posts of the units: how many people they need, have today, and have with something that has run out. */
export function Posts({ unitId, lapses }: PostsProps) {
  const { t } = useTranslation('unit');
  const posts = useQuery(postsQuery);
  const { data: units = [] } = useQuery(unitsQuery);
  const within = unitId ? new Set(unitsBelow(units, unitId).map(({ id }) => id)) : undefined;
  return (
    <Section title={t('posts')}>
      <Loaded query={posts}>
        {(all) => {
          const shown = all.filter((post) => !within || within.has(post.unitId));
          if (shown.length === 0)
            return (
              <EmptyState icon="place" title={t('noPost')}>
                {t('noPostHelp')}
              </EmptyState>
            );
          return (
            <ul className={classes.posts}>
              {shown.map((post) => (
                <PostLine key={post.id} post={post} lapses={lapses} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

function PostLine({ post, lapses }: { readonly post: Listed<'/api/v1/posts'>; readonly lapses: readonly Lapse[] }) {
  const { t } = useTranslation('unit');
  const format = useFormat();
  const { data: sites = [] } = useQuery(sitesQuery);
  const posted = useQuery(postedQuery(post.id));
  const site = sites.find(({ id }) => id === post.siteId);
  return (
    <li className={classes.post}>
      <div>
        <Text fw={600}>{localized(post.title)}</Text>
        {site && (
          <Text size="sm" c="dimmed">
            {localized(site.name)}
          </Text>
        )}
      </div>
      <Loaded query={posted} skeleton={<Lines count={1} height={44} />}>
        {(people) => {
          const ids = new Set(people.map(({ id }) => id));
          const out = lapses.filter(
            ({ span, certification }) => ['lapsed', 'grace'].includes(span) && ids.has(certification.personId),
          );
          const lacking = new Set(out.map(({ certification }) => certification.personId)).size;
          const missing = Math.max(0, post.requiredStrength - people.length);
          return (
            <div>
              <div className={classes.strength} aria-hidden>
                <div data-part="sound" style={{ flexGrow: people.length - lacking }} />
                <div data-part="lacking" style={{ flexGrow: lacking }} />
                <div style={{ flexGrow: missing }} />
              </div>
              <Text size="sm">
                {t('posted', { count: people.length, needed: format.number(post.requiredStrength) })}
                {missing > 0 && ` · ${t('missing', { count: missing })}`}
                {lacking > 0 && ` · ${t('lacking', { count: lacking })}`}
              </Text>
            </div>
          );
        }}
      </Loaded>
    </li>
  );
}
