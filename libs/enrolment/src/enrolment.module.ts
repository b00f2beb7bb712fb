import { Module } from '@nestjs/common';
import { SchedulingModule } from '@jssu/scheduling';
import './persistence/index.js';

@Module({ imports: [SchedulingModule] })
export class EnrolmentModule {}
