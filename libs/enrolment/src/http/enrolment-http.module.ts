import { Module } from '@nestjs/common';
import { EnrolmentModule } from '../enrolment.module.js';

@Module({ imports: [EnrolmentModule] })
export class EnrolmentHttpModule {}
