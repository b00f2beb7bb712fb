import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ChainEntries } from '../application/chain-entries.js';

const PAUSE_MS = 1000;

/** Chains what is committed, once a second, in every worker: the advisory lock lets one at a time. */
@Injectable()
export class AuditSequencer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('audit');
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly chain: ChainEntries) {}

  onApplicationBootstrap(): void {
    this.schedule(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(delay: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.chain
        .execute()
        .then((n) => this.schedule(n > 0 ? 0 : PAUSE_MS))
        .catch((error: Error) => {
          this.logger.warn({ message: error.message });
          this.schedule(PAUSE_MS);
        });
    }, delay);
  }
}
