import { ShutdownSignal } from '@nestjs/common';

/** What asks a process to finish what it has and end with 0. */
export const STOP_SIGNALS: ShutdownSignal[] = [ShutdownSignal.SIGTERM, ShutdownSignal.SIGINT, ShutdownSignal.SIGHUP];
