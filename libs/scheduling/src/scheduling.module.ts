import { Module } from '@nestjs/common';
import './persistence/index.js';
import { HoldSession } from './application/hold-session.js';
import { MoveOffering } from './application/move-offering.js';
import { TraineeBookings } from './application/trainee-bookings.js';
import { OfferingStore } from './persistence/offering.store.js';

const providers = [OfferingStore, HoldSession, MoveOffering, TraineeBookings];

@Module({ providers, exports: providers })
export class SchedulingModule {}
