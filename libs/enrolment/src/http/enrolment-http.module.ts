import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment.module.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { NominationsController } from './nominations.controller.js';
import { SeatsController } from './seats.controller.js';

@Module({
  imports: [EnrolmentModule],
  controllers: [NominationsController, EnrolmentsController, SeatsController],
})
export class EnrolmentHttpModule {}
