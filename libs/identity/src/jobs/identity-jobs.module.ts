import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity.module.js';
import { ClearLoginRecords } from './clear-login-records.js';

@Module({ imports: [IdentityModule], providers: [ClearLoginRecords] })
export class IdentityJobsModule {}
