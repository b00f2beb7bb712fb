import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { Badge } from '../../ui/status-badge';
import { Icon } from '../../ui/icon';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import classes from './sessions.module.css';
import { deviceOf } from '../../api/device';
import { sessionsQuery } from './queries';

/** Where the account is signed in; every other place can be signed out from here. */
export function Sessions() {
  const { t } = useTranslation('account');
  const format = useFormat();
  const cache = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const revoke = useMutation({
    mutationFn: (id: string) => api('delete', '/api/v1/auth/sessions/{id}', { path: { id } }),
    onSuccess: () => cache.invalidateQueries(sessionsQuery),
  });
  return (
    <Section title={t('sessions')}>
      <Text c="dimmed" size="sm" mb="sm">
        {t('sessionsLead')}
      </Text>
      <ProblemNotice error={revoke.error} />
      <Loaded query={sessions}>
        {({ items }) => (
          <ul className={classes.list}>
            {items.map(({ id, userAgent, ip, lastUsedAt, current }) => {
              const device = deviceOf(userAgent) || t('unknownDevice');
              return (
                <li key={id} className={classes.session}>
                  <Icon name="device" />
                  <div className={classes.words}>
                    <Text fw={600}>
                      <bdi dir="ltr">{device}</bdi>
                    </Text>
                    <Text c="dimmed" size="sm">
                      {t('lastUsed', { moment: format.moment(lastUsedAt) })} · <bdi dir="ltr">{ip}</bdi>
                    </Text>
                  </div>
                  {current ? (
                    <Badge tone="good" icon="check">
                      {t('thisDevice')}
                    </Badge>
                  ) : (
                    <Button
                      variant="default"
                      size="sm"
                      aria-label={t('revokeOf', { device })}
                      loading={revoke.isPending && revoke.variables === id}
                      onClick={() => revoke.mutate(id)}
                    >
                      {t('revoke')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
