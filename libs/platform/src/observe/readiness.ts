import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Environment } from '@jssu/config';

/** Once we are told to stop, load balancers are told first, and given `DRAIN_SECONDS` to notice. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  stopping = false;

  constructor(@Inject(Environment) private readonly environment: Environment) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await delay(this.environment.DRAIN_SECONDS * 1000);
  }
}
