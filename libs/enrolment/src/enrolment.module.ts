import { Module } from '@nestjs/common';
import { SchedulingModule } from '@jssu/scheduling';
import './persistence/index.js';
import { AdmitWalkOn } from './application/admit-walk-on.js';
import { AdvanceEnrolments } from './application/advance-enrolments.js';
import { AllocateSeats } from './application/allocate-seats.js';
import { BeginAttendance } from './application/begin-attendance.js';
import { CancelCalledOff } from './application/cancel-called-off.js';
import { CancelEnrolment } from './application/cancel-enrolment.js';
import { Candidates } from './application/candidates.js';
import { CompleteEnrolments } from './application/complete-enrolments.js';
import { ConfirmOffering } from './application/confirm-offering.js';
import { EndIncomplete } from './application/end-incomplete.js';
import { EndorseNominations } from './application/endorse-nominations.js';
import { NominatePeople } from './application/nominate-people.js';
import { PromoteWaiting } from './application/promote-waiting.js';
import { RejectNomination } from './application/reject-nomination.js';
import { SetQuotas } from './application/set-quotas.js';
import { SubstitutePerson } from './application/substitute-person.js';
import { Turns } from './application/turns.js';
import { AwaitingView } from './persistence/awaiting.view.js';
import { EnrolmentStore } from './persistence/enrolment.store.js';
import { EnrolmentView } from './persistence/enrolment.view.js';
import { QuotaStore } from './persistence/quota.store.js';
import { Roster } from './persistence/roster.js';
import { SeatStore } from './persistence/seat.store.js';
import { SeatsView } from './persistence/seats.view.js';
import { VisibleOfferings } from './persistence/visible-offerings.js';

const internal = [AdvanceEnrolments, Candidates, EnrolmentStore, QuotaStore, SeatStore, Turns, VisibleOfferings];
const offered = [
  Roster,
  EnrolmentView,
  AwaitingView,
  SeatsView,
  NominatePeople,
  EndorseNominations,
  RejectNomination,
  CancelCalledOff,
  CancelEnrolment,
  SubstitutePerson,
  EndIncomplete,
  AdmitWalkOn,
  ConfirmOffering,
  SetQuotas,
  AllocateSeats,
  PromoteWaiting,
  BeginAttendance,
  CompleteEnrolments,
];

@Module({ imports: [SchedulingModule], providers: [...internal, ...offered], exports: offered })
export class EnrolmentModule {}
