import { Injectable } from '@nestjs/common';
import { civilDateIn, type CivilDate, type Zone } from '@jssu/kernel';

/** The only source of business time, so that tests can move it. */
@Injectable()
export class Clock {
  private offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  today(zone: Zone = 'Asia/Karachi'): CivilDate {
    return civilDateIn(zone, this.now());
  }

  /** For tests and the demo data alone: moves this clock to an instant, from where it runs on. */
  moveTo(instant: Date | null): void {
    this.offset = instant ? instant.getTime() - Date.now() : 0;
  }
}
