import { Module } from '@nestjs/common';
import { CertificationModule } from '../certification.module.js';
import { IssuingModule } from '../issuing.module.js';
import { CertificationJobs } from './certification-jobs.js';
import { TaskSweeper } from './task-sweeper.js';

@Module({ imports: [CertificationModule, IssuingModule], providers: [CertificationJobs, TaskSweeper] })
export class CertificationJobsModule {}
