import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { Environment } from '@jssu/config';

/** Once we are told to stop, load balancers are told first, and given `DRAIN_SECONDS` to notice. */
@Injectable()
export class Readiness implements OnModuleDestroy, BeforeApplicationShutdown {
  stopping = false;

  constructor(@Inject(Environment) private readonly environment: Environment) {}

  /** Before anything is waited for, such as the jobs in hand. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await delay(this.environment.DRAIN_SECONDS * 1000);
  }
}
