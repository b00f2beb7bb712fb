import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

/**
 * Work that a worker does again and again. Every worker does it, so that it must not matter how many there are; one run
 * follows the other, never beside it, and a stop waits for the run in hand.
 */
export abstract class PeriodicTask implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger: Logger;
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  /** @param pauseMs the pause between two runs when there was nothing to do */
  protected constructor(
    name: string,
    private readonly pauseMs: number,
  ) {
    this.logger = new Logger(name);
  }

  /** One run. @returns how much was done: the next run follows at once when it was something */
  protected abstract runOnce(): Promise<number>;

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
      this.running = this.runOnce()
        .then((n) => this.schedule(n > 0 ? 0 : this.pauseMs))
        .catch((error: Error) => {
          this.logger.warn({ message: error.message });
          this.schedule(Math.min(this.pauseMs, 10_000));
        });
    }, delay);
  }
}
