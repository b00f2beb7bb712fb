import { Module } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { Readiness } from '../observe/readiness.js';
import { HealthController } from './health.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ProblemsController } from './problems.controller.js';
import { RoutePolicies } from './route-policy.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, ProblemsController],
  providers: [RoutePolicies, Readiness, { provide: APP_FILTER, useClass: ProblemFilter }],
  exports: [RoutePolicies],
})
export class PlatformHttpModule {}
