import { Module } from '@nestjs/common';
import { EnrolmentModule } from '@jssu/enrolment';
import { SchedulingModule } from '@jssu/scheduling';
import './persistence/index.js';

@Module({ imports: [SchedulingModule, EnrolmentModule] })
export class DeliveryModule {}
