import { Module } from '@nestjs/common';
import { AuditModule } from '../audit.module.js';
import { AuditSequencer } from './audit-sequencer.js';

@Module({ imports: [AuditModule], providers: [AuditSequencer] })
export class AuditJobsModule {}
