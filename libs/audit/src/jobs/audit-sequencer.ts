import { Injectable } from '@nestjs/common';
import { PeriodicTask } from '@jssu/platform';
import { ChainEntries } from '../application/chain-entries.js';

const PAUSE_MS = 1000;

/** Chains what is committed, once a second, in every worker: the advisory lock lets one at a time. */
@Injectable()
export class AuditSequencer extends PeriodicTask {
  constructor(private readonly chain: ChainEntries) {
    super('audit', PAUSE_MS);
  }

  protected runOnce(): Promise<number> {
    return this.chain.execute();
  }
}
