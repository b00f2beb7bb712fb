import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Readiness } from '../observe/readiness.js';
import { JobRuntime } from '../queue/job-runtime.js';
import { OutboxRelay } from '../queue/outbox-relay.js';
import { ClearIdempotencyKeys } from './clear-idempotency-keys.js';
import { OutboxRecovery } from './outbox-recovery.js';
import { WorkerHttp } from './worker-http.js';

@Module({
  imports: [DiscoveryModule],
  providers: [Readiness, JobRuntime, OutboxRelay, OutboxRecovery, ClearIdempotencyKeys, WorkerHttp],
  exports: [JobRuntime, WorkerHttp],
})
export class PlatformJobsModule {}
