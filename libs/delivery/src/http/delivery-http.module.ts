import { Module } from '@nestjs/common';
import { DeliveryModule } from '../delivery.module.js';

@Module({ imports: [DeliveryModule] })
export class DeliveryHttpModule {}
