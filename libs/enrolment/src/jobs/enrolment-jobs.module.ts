import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment.module.js';
import { OfferingEvents } from './offering-events.js';
import { SeatPromoter } from './seat-promoter.js';

@Module({ imports: [EnrolmentModule], providers: [OfferingEvents, SeatPromoter] })
export class EnrolmentJobsModule {}
