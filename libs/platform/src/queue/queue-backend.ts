import { createPostgresBackend, setDefaultBackendFactory, type QueueOptions } from 'bullmq';
import type { Environment } from '@jssu/config';

export type QueueConnection = Pick<QueueOptions, 'connection' | 'prefix'>;

/** BullMQ on Redis where `REDIS_URL` names one, else on its PostgreSQL backend (schema `bullmq`). */
export function queueConnection(
  environment: Pick<Environment, 'REDIS_URL' | 'DATABASE_URL' | 'QUEUE_PREFIX'>,
): QueueConnection {
  if (!environment.REDIS_URL) {
    setDefaultBackendFactory(createPostgresBackend as never);
    return { connection: { connectionString: environment.DATABASE_URL, max: 4 } as never };
  }
  const url = new URL(environment.REDIS_URL);
  return {
    prefix: environment.QUEUE_PREFIX,
    connection: {
      host: url.hostname,
      port: Number(url.port || 6379),
      username: decodeURIComponent(url.username) || undefined,
      password: decodeURIComponent(url.password) || undefined,
      db: Number(url.pathname.slice(1) || 0),
      tls: url.protocol === 'rediss:' ? {} : undefined,
      // Workers wait for a Redis that is down instead of failing their jobs.
      maxRetriesPerRequest: null,
    },
  };
}
