import { Module } from '@nestjs/common';
import { Environment } from '@jssu/config';
import { GrantByRule } from './application/grant-by-rule.js';
import { IssueCertificate } from './application/issue-certificate.js';
import { RendererLifetime } from './application/renderer-lifetime.js';
import { RunTasks } from './application/run-tasks.js';
import { CertificationModule } from './certification.module.js';
import { CertificateRenderer } from './documents/index.js';

/** What grants by rule and draws certificates: for workers, and for whoever else does their work. It costs a thread. */
@Module({
  imports: [CertificationModule],
  providers: [
    {
      provide: CertificateRenderer,
      inject: [Environment],
      useFactory: ({ JSSU_RENDER_THREADS: threads }: Environment) => new CertificateRenderer({ threads }),
    },
    RendererLifetime,
    GrantByRule,
    IssueCertificate,
    RunTasks,
  ],
  exports: [RunTasks],
})
export class IssuingModule {}
