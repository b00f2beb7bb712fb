import { Module } from '@nestjs/common';
import { CatalogueModule } from '@jssu/catalogue';
import { EnrolmentModule } from '@jssu/enrolment';
import { SchedulingModule } from '@jssu/scheduling';
import './persistence/index.js';
import { ApprovedSyllabuses } from './application/approved-syllabuses.js';
import { CorrectCourseResult } from './application/correct-course-result.js';
import { CorrectRegister } from './application/correct-register.js';
import { CorrectResult } from './application/correct-result.js';
import { CountersignRegister } from './application/countersign-register.js';
import { EnterResults } from './application/enter-results.js';
import { MarkRegister } from './application/mark-register.js';
import { RatifyOffering } from './application/ratify-offering.js';
import { RecomputeResults } from './application/recompute-results.js';
import { ReopenRegister } from './application/reopen-register.js';
import { ResultGrid } from './application/result-grid.js';
import { ReviewRatification } from './application/review-ratification.js';
import { SubmitRegister } from './application/submit-register.js';
import { StandingResult } from './application/standing-result.js';
import { WithdrawResult } from './application/withdraw-result.js';
import { WriteMarks } from './application/write-marks.js';
import { WriteRatifiedResults } from './application/write-ratified-results.js';
import { AssessmentResultStore } from './persistence/assessment-result.store.js';
import { CourseResultStore } from './persistence/course-result.store.js';
import { RegisterStore } from './persistence/register.store.js';
import { RegisterView } from './persistence/register.view.js';
import { TraineeRecordStore } from './persistence/trainee-record.store.js';
import { TrainingView } from './persistence/training.view.js';

const offered = [
  ApprovedSyllabuses,
  CorrectCourseResult,
  CorrectRegister,
  CorrectResult,
  CountersignRegister,
  EnterResults,
  MarkRegister,
  RatifyOffering,
  RegisterView,
  ReopenRegister,
  ResultGrid,
  ReviewRatification,
  SubmitRegister,
  TrainingView,
  WithdrawResult,
];

@Module({
  imports: [CatalogueModule, SchedulingModule, EnrolmentModule],
  providers: [
    ...offered,
    AssessmentResultStore,
    CourseResultStore,
    RecomputeResults,
    RegisterStore,
    StandingResult,
    TraineeRecordStore,
    WriteMarks,
    WriteRatifiedResults,
  ],
  exports: offered,
})
export class DeliveryModule {}
