import { Module } from '@nestjs/common';
import { SchedulingModule } from '../scheduling.module.js';
import { OfferingsController } from './offerings.controller.js';
import { SessionsController } from './sessions.controller.js';

@Module({ imports: [SchedulingModule], controllers: [OfferingsController, SessionsController] })
export class SchedulingHttpModule {}
