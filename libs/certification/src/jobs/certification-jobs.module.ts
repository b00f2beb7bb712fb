import { Module } from '@nestjs/common';
import { CertificationModule } from '../certification.module.js';

@Module({ imports: [CertificationModule] })
export class CertificationJobsModule {}
