import { Module } from '@nestjs/common';
import { SchedulingModule } from '@jssu/scheduling';
import './persistence/index.js';
import { AdvanceEnrolments } from './application/advance-enrolments.js';
import { BeginAttendance } from './application/begin-attendance.js';
import { CompleteEnrolments } from './application/complete-enrolments.js';
import { Roster } from './persistence/roster.js';

const providers = [Roster, BeginAttendance, CompleteEnrolments];

@Module({ imports: [SchedulingModule], providers: [AdvanceEnrolments, ...providers], exports: providers })
export class EnrolmentModule {}
