import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { schemesQuery } from '../../api/schemes';
import { localized } from '../../i18n/format';
import type { IconName } from '../../ui/icon';
import type { Tone } from '../../ui/notice';
import { personName } from '../../ui/person-name';
import { Badge } from '../../ui/status-badge';
import type { Task } from './queries';
import classes from './ratification.module.css';

const LOOKS: Readonly<Record<Task['state'], readonly [Tone, IconName]>> = {
  queued: ['info', 'hourglass'],
  issued: ['good', 'check'],
  pending_signature: ['info', 'pen'],
  refused: ['warn', 'ban'],
  failed: ['bad', 'warning'],
  review: ['warn', 'question'],
};

/** A person and a scheme each: what came of it, or why nothing did. */
export function TaskLines({ label, tasks }: { readonly label: string; readonly tasks: readonly Task[] }) {
  const { t } = useTranslation('results');
  const { data: schemes = [] } = useQuery(schemesQuery);
  return (
    <>
      <Title order={3} size="h5" mt="md">
        {label}
      </Title>
      <ul className={classes.people} aria-label={label}>
        {tasks.map((task) => {
          const [tone, icon] = LOOKS[task.state];
          const scheme = schemes.find(({ id }) => id === task.schemeId);
          const title = scheme ? localized(scheme.title) : task.schemeCode;
          return (
            <li key={task.id}>
              <div className={classes.person}>
                <div className={classes.words}>
                  <Text fw={600}>
                    <bdi>{personName(task)}</bdi>
                    <Text span c="dimmed" size="sm" fw={400} ms="xs">
                      <bdi dir="ltr">{task.serviceNumber}</bdi>
                    </Text>
                  </Text>
                  {task.certificationId ? (
                    <Link to="/certifications/$certificationId" params={{ certificationId: task.certificationId }}>
                      {title}
                    </Link>
                  ) : (
                    <Text>{title}</Text>
                  )}
                  {task.failure && <Failure failure={task.failure} />}
                </div>
                <Badge tone={tone} icon={icon}>
                  {t(`task.${task.state}`)}
                </Badge>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Failure({ failure }: { readonly failure: NonNullable<Task['failure']> }) {
  return (
    <>
      {[failure, ...(failure.also ?? [])].map(({ code, title, detail, remedy }) => (
        <Text key={code} size="sm">
          {title} {detail !== title && detail} {remedy}
        </Text>
      ))}
    </>
  );
}
