import { Injectable } from '@nestjs/common';
import { fromTstzrange, type TimeRange } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';

/** A session of the offering during which a person is booked otherwise. */
export interface TraineeClash {
  readonly personId: string;
  readonly sessionId: string;
  readonly with: { readonly sessionId: string; readonly offeringId: string; readonly during: TimeRange };
}

/** Sessions `s` that claim the time of their people: not those that wait for a new time after a postponement. */
const CLAIMS = `s.state = 'scheduled' AND s.unbooked IS NULL`;

/** The time of trainees, in the one booking table: a seat claims every session of its offering. */
@Injectable()
export class TraineeBookings {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * What stands in the way of these people for any scheduled session of the offering; that they teach in it does, that
   * they attend it already does not. The people stay locked until the transaction ends, so that what is free stays free.
   */
  async clashes(offeringId: string, personIds: readonly string[]): Promise<TraineeClash[]> {
    await this.lock(personIds);
    const rows = await this.uow.query<{
      personId: string;
      sessionId: string;
      otherSession: string;
      otherOffering: string;
      during: string;
    }>(
      `SELECT b.resource_id AS "personId", s.id AS "sessionId", o.id AS "otherSession", o.offering_id AS "otherOffering", o.during::text
       FROM session s CROSS JOIN unnest($2::uuid[]) AS person (id)
       JOIN booking b ON b.exclusive AND b.resource_id = person.id AND b.during && s.during
       JOIN session o ON o.id = b.session_id
       WHERE s.offering_id = $1 AND ${CLAIMS} AND (o.id <> s.id OR b.kind <> 'trainee')
       ORDER BY b.resource_id, s.number, o.id`,
      [offeringId, personIds],
    );
    return rows.map(({ personId, sessionId, otherSession, otherOffering, during }) => ({
      personId,
      sessionId,
      with: { sessionId: otherSession, offeringId: otherOffering, during: fromTstzrange(during) },
    }));
  }

  /**
   * Books people who hold a seat for every scheduled session; repeating it changes nothing. In one order of people, so
   * that two offerings that want the same never wait for each other in a circle.
   * The caller has asked for `clashes` in the same transaction; what stands in the way nevertheless is refused by the
   * exclusion constraint `booking_no_overlap` (23P01).
   */
  async book(offeringId: string, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    await this.lock(personIds);
    await this.uow.query(
      `INSERT INTO offering_trainee (offering_id, person_id)
       SELECT $1, p FROM unnest($2::uuid[]) AS p ORDER BY p ON CONFLICT DO NOTHING`,
      [offeringId, personIds],
    );
    await this.uow.query(
      `INSERT INTO booking (id, session_id, kind, resource_id, exclusive, during)
       SELECT gen_random_uuid(), s.id, 'trainee', p, true, s.during
       FROM unnest($2::uuid[]) AS p CROSS JOIN session s
       WHERE s.offering_id = $1 AND ${CLAIMS}
         AND NOT EXISTS (SELECT FROM booking b WHERE b.session_id = s.id AND b.resource_id = p AND b.kind = 'trainee')
       ORDER BY p, s.number`,
      [offeringId, personIds],
    );
  }

  /** Gives their time back, sessions already held apart. */
  async release(offeringId: string, personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    await this.uow.query(`DELETE FROM offering_trainee WHERE offering_id = $1 AND person_id = ANY($2::uuid[])`, [
      offeringId,
      personIds,
    ]);
    await this.uow.query(
      `DELETE FROM booking b USING session s WHERE s.id = b.session_id AND s.offering_id = $1 AND s.state = 'scheduled'
         AND b.kind = 'trainee' AND b.resource_id = ANY($2::uuid[])`,
      [offeringId, personIds],
    );
  }

  private async lock(personIds: readonly string[]): Promise<void> {
    await this.uow.query(`SELECT FROM person WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [personIds]);
  }
}
