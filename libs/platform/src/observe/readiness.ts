import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Once we are told to stop, load balancers are told first. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  stopping = false;

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}
