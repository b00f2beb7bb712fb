import { Module } from '@nestjs/common';
import { CatalogueModule } from '@jssu/catalogue';
import './persistence/index.js';
import { AddSession } from './application/add-session.js';
import { CancelSession } from './application/cancel-session.js';
import { ChangeOffering } from './application/change-offering.js';
import { ChangeSession } from './application/change-session.js';
import { CheckFeasibility } from './application/check-feasibility.js';
import { CreateOffering } from './application/create-offering.js';
import { HoldSession } from './application/hold-session.js';
import { MoveOffering } from './application/move-offering.js';
import { SessionBookings } from './application/session-bookings.js';
import { SessionFeasibility } from './application/session-feasibility.js';
import { StepOffering } from './application/step-offering.js';
import { TraineeBookings } from './application/trainee-bookings.js';
import { BookingStore } from './persistence/booking.store.js';
import { BookingView } from './persistence/booking.view.js';
import { ClashReader } from './persistence/clash.reader.js';
import { OfferingStore } from './persistence/offering.store.js';
import { OfferingView } from './persistence/offering.view.js';
import { SessionStore } from './persistence/session.store.js';
import { SessionView } from './persistence/session.view.js';
import { UnitReader } from './persistence/unit.reader.js';

const providers = [
  OfferingStore,
  OfferingView,
  SessionStore,
  SessionView,
  BookingStore,
  BookingView,
  ClashReader,
  UnitReader,
  SessionBookings,
  CheckFeasibility,
  SessionFeasibility,
  CreateOffering,
  ChangeOffering,
  MoveOffering,
  StepOffering,
  AddSession,
  ChangeSession,
  CancelSession,
  HoldSession,
  TraineeBookings,
];

@Module({ imports: [CatalogueModule], providers, exports: providers })
export class SchedulingModule {}
