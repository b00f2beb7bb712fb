import { Module } from '@nestjs/common';
import { SchedulingModule } from '../scheduling.module.js';

@Module({ imports: [SchedulingModule] })
export class SchedulingHttpModule {}
