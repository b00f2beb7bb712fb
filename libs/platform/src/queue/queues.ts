import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Gauge } from 'prom-client';
import { Environment } from '@jssu/config';
import { Metrics } from '../observe/metrics.js';
import { allJobs } from './definitions.js';
import { queueConnection } from './queue-backend.js';

/** The queues as their clients see them: to send to, to count, to look at. Opened when first asked for. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly logger = new Logger('queues');
  private readonly open = new Map<string, Queue>();

  constructor(
    @Inject(Environment) private readonly environment: Environment,
    metrics: Metrics,
  ) {
    const all = () => this.all();
    new Gauge({
      name: 'queue_jobs',
      help: 'Jobs in the queues by state',
      labelNames: ['queue', 'state'],
      registers: [metrics.registry],
      async collect() {
        for (const queue of all()) {
          const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
          for (const [state, n] of Object.entries(counts)) this.set({ queue: queue.name, state }, n);
        }
      },
    });
    new Gauge({
      name: 'queue_oldest_waiting_seconds',
      help: 'Age of the job that waits longest; 0 when none waits',
      labelNames: ['queue'],
      registers: [metrics.registry],
      async collect() {
        for (const queue of all()) {
          const [oldest] = await queue.getWaiting(0, 0);
          this.set({ queue: queue.name }, oldest ? Math.max(0, (Date.now() - oldest.timestamp) / 1000) : 0);
        }
      },
    });
  }

  get(name: string): Queue {
    let queue = this.open.get(name);
    if (!queue) {
      queue = new Queue(name, queueConnection(this.environment));
      queue.on('error', (error) => this.logger.error({ queue: name, message: error.message }));
      this.open.set(name, queue);
    }
    return queue;
  }

  /** `default`, where events go, and every queue that a job of this process's modules names. */
  all(): Queue[] {
    const names = new Set(['default', ...[...allJobs().values()].map((job) => job.queue)]);
    return [...names].map((name) => this.get(name));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.open.values()].map((queue) => queue.close()));
  }
}
