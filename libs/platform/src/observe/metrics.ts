import { Injectable } from '@nestjs/common';
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
  readonly registry = new Registry();
  readonly http = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [this.registry],
  });

  constructor(@InjectDataSource() dataSource: DataSource) {
    collectDefaultMetrics({ register: this.registry });
    const pool = () => (dataSource.driver as unknown as { master?: PoolFigures }).master;
    new Gauge({
      name: 'database_pool_connections',
      help: 'Connections of the pool by state',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        const figures = pool();
        if (!figures) return;
        this.set({ state: 'total' }, figures.totalCount);
        this.set({ state: 'idle' }, figures.idleCount);
        this.set({ state: 'waiting' }, figures.waitingCount);
      },
    });
    new Gauge({
      name: 'outbox_pending_jobs',
      help: 'Jobs that wait in the outbox for the relay',
      registers: [this.registry],
      async collect() {
        const [row] = await dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM outbox');
        this.set(row.n);
      },
    });
  }
}
