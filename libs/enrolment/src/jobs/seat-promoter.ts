import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { RequestContext, SYSTEM_ACTOR } from '@jssu/platform';
import { PromoteWaiting } from '../application/promote-waiting.js';

const PAUSE_MS = 5000;

/** Looks every five seconds, in every worker, for seats that have become free by themselves; the offering's lock lets one at a time. */
@Injectable()
export class SeatPromoter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('enrolment');
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly promoteWaiting: PromoteWaiting,
    private readonly context: RequestContext,
  ) {}

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
      this.running = this.context
        .runAs(SYSTEM_ACTOR, () => this.promoteWaiting.execute())
        .then(
          () => undefined,
          (error: Error) => this.logger.warn({ message: error.message }),
        )
        .then(() => this.schedule(PAUSE_MS));
    }, delay);
  }
}
