import { Module } from '@nestjs/common';
import { SchedulingModule } from '@jssu/scheduling';
import { DeliveryModule } from '../delivery.module.js';
import { RatificationController } from './ratification.controller.js';
import { RegistersController } from './registers.controller.js';
import { ResultsController } from './results.controller.js';
import { TrainingController } from './training.controller.js';

@Module({
  imports: [DeliveryModule, SchedulingModule],
  controllers: [RegistersController, ResultsController, RatificationController, TrainingController],
})
export class DeliveryHttpModule {}
