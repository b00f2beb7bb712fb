import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
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
    metrics.gauge('queue_jobs', 'Jobs in the queues by state', ['queue', 'state'], async (gauge) => {
      for (const queue of this.all()) {
        const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
        for (const [state, n] of Object.entries(counts)) gauge.set({ queue: queue.name, state }, n);
      }
    });
    const help = 'Age of the job that waits longest; 0 when none waits';
    metrics.gauge('queue_oldest_waiting_seconds', help, ['queue'], async (gauge) => {
      for (const queue of this.all()) {
        const [oldest] = await queue.getWaiting(0, 0);
        gauge.set({ queue: queue.name }, oldest ? Math.max(0, (Date.now() - oldest.timestamp) / 1000) : 0);
      }
    });
  }

  /** Whether the server of the queues answers within two seconds. */
  async answer(): Promise<boolean> {
    const asked = this.get('default')
      .getJobCounts('waiting')
      .then(
        () => true,
        () => false,
      );
    return Promise.race([asked, delay(2000, false, { ref: false })]);
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
