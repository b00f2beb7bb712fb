import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ResumeTasks } from '../application/resume-tasks.js';

const PAUSE_MS = 60_000;

/** Looks once a minute, in every worker, for tasks that lost their job. */
@Injectable()
export class TaskSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('certification');
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly resume: ResumeTasks) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.sweep();
    }, PAUSE_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async sweep(): Promise<void> {
    try {
      const resumed = await this.resume.execute();
      if (resumed > 0) this.logger.warn({ message: `${resumed} task(s) had lost their job and have a new one` });
    } catch (error) {
      this.logger.warn({ message: (error as Error).message });
    }
  }
}
