import { Module } from '@nestjs/common';
import { Environment } from '@jssu/config';
import { GrantByRule } from '../application/grant-by-rule.js';
import { IssueCertificate } from '../application/issue-certificate.js';
import { RunTasks } from '../application/run-tasks.js';
import { CertificationModule } from '../certification.module.js';
import { CertificateRenderer } from '../documents/index.js';
import { CertificationJobs } from './certification-jobs.js';
import { RendererLifetime } from './renderer-lifetime.js';
import { TaskSweeper } from './task-sweeper.js';

@Module({
  imports: [CertificationModule],
  providers: [
    {
      provide: CertificateRenderer,
      inject: [Environment],
      useFactory: ({ JSSU_RENDER_THREADS: threads }: Environment) => new CertificateRenderer({ threads }),
    },
    GrantByRule,
    IssueCertificate,
    RunTasks,
    CertificationJobs,
    RendererLifetime,
    TaskSweeper,
  ],
})
export class CertificationJobsModule {}
