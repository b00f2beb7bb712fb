import { Module } from '@nestjs/common';
import { SchedulingModule } from '@jssu/scheduling';
import './persistence/index.js';
import { BeginAttendance } from './application/begin-attendance.js';
import { CompleteEnrolments } from './application/complete-enrolments.js';
import { Roster } from './application/roster.js';

const providers = [BeginAttendance, CompleteEnrolments, Roster];

@Module({ imports: [SchedulingModule], providers, exports: providers })
export class EnrolmentModule {}
