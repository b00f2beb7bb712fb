import { Injectable } from '@nestjs/common';
import { ZONES } from '@jssu/kernel';
import { Clock, UnitOfWork } from '@jssu/platform';
import { SEAT_GIVING_STATES } from '../domain/decide-enrolment.js';
import { AllocateSeats } from './allocate-seats.js';

/**
 * Gives seats to those who wait where one has become free without anybody's step here: a quota has reached its day of
 * release, the capacity was raised, a clash is gone. Any number of processes may run it at once; where nothing is to be
 * given it changes nothing.
 */
@Injectable()
export class PromoteWaiting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly allocation: AllocateSeats,
    private readonly clock: Clock,
  ) {}

  /** One transaction an offering. @returns how many people got a seat */
  async execute(): Promise<number> {
    let promoted = 0;
    for (const id of await this.offeringsToLookAt()) promoted += await this.allocation.execute(id);
    return promoted;
  }

  /** Not begun, with people who wait and a seat that nobody sits on. */
  private async offeringsToLookAt(): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT o.id FROM offering o JOIN unnest($1::text[], $2::date[]) AS z(zone, today) ON z.zone = o.zone
       WHERE o.id IN (SELECT offering_id FROM enrolment WHERE state = 'waitlisted')
         AND o.state = ANY($3::text[]) AND o.starts_on > z.today
         AND (SELECT count(*) FROM enrolment s WHERE s.offering_id = o.id AND s.seat_number IS NOT NULL) < o.seats_max
       ORDER BY o.id`,
      [ZONES, ZONES.map((zone) => this.clock.today(zone)), SEAT_GIVING_STATES],
    );
    return rows.map(({ id }) => id);
  }
}
