import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment.module.js';
import { SeatPromoter } from './seat-promoter.js';

@Module({ imports: [EnrolmentModule], providers: [SeatPromoter] })
export class EnrolmentJobsModule {}
