import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';

interface PoolFigures {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** Prometheus figures of one process. Names follow https://prometheus.io/docs/practices/naming/. */
@Injectable()
export class Metrics {
  private readonly logger = new Logger('metrics');
  readonly registry = new Registry();
  readonly http = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [this.registry],
  });
  readonly jobs = new Histogram({
    name: 'job_duration_seconds',
    help: 'Time of one try of a job, by how it ended: done, failed, or to be tried again',
    labelNames: ['job', 'outcome'],
    buckets: [0.02, 0.1, 0.5, 2, 10, 60, 300],
    registers: [this.registry],
  });

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('database_pool_connections', 'Connections of the pool by state', ['state'], (gauge) => {
      const figures = (dataSource.driver as unknown as { master?: PoolFigures }).master;
      if (!figures) return;
      gauge.set({ state: 'total' }, figures.totalCount);
      gauge.set({ state: 'idle' }, figures.idleCount);
      gauge.set({ state: 'waiting' }, figures.waitingCount);
    });
    this.waiting('outbox_pending_jobs', 'outbox_oldest_pending_seconds', 'Jobs in the outbox, waiting for the relay', {
      from: 'outbox WHERE sent_at IS NULL',
      since: 'created_at',
    });
  }

  /**
   * A figure that is asked for when it is read. One that cannot be had just now is left out: the others are wanted all the
   * more then.
   */
  gauge<L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    read: (gauge: Gauge<L>) => void | Promise<void>,
  ): void {
    const { logger } = this;
    new Gauge<L>({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      async collect() {
        try {
          await read(this);
        } catch (error) {
          this.reset();
          logger.warn({ message: `${name}: ${(error as Error).message}` });
        }
      },
    });
  }

  /** How many rows wait, and for how long the oldest of them. @param rows SQL: a table or join, and the instant since when */
  waiting(count: string, oldest: string, help: string, rows: { readonly from: string; readonly since: string }): void {
    this.gauge(count, help, [], async (gauge) => {
      const [{ n }] = await this.dataSource.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${rows.from}`);
      gauge.set(n);
    });
    this.gauge(oldest, `${help}: age of the oldest; 0 when none waits`, [], async (gauge) => {
      const [{ age }] = await this.dataSource.query<{ age: number }[]>(
        `SELECT coalesce(greatest(extract(epoch FROM clock_timestamp() - min(${rows.since})), 0), 0)::float AS age FROM ${rows.from}`,
      );
      gauge.set(age);
    });
  }
}
