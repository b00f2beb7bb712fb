import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobRuntime } from '../queue/job-runtime.js';
import { OutboxRelay } from '../queue/outbox-relay.js';

@Module({ imports: [DiscoveryModule], providers: [JobRuntime, OutboxRelay], exports: [JobRuntime] })
export class PlatformJobsModule {}
