import { Injectable } from '@nestjs/common';
import { toTstzrange, type LocalizedText, type TimeRange } from '@jssu/kernel';
import { EXCLUSION_VIOLATION, pgConstraint, scopeSql, UnitOfWork, type Scope } from '@jssu/platform';
import { PERSON_NAME } from './names.sql.js';

export interface BookingDraft {
  readonly kind: 'instructor' | 'venue' | 'equipment' | 'trainee';
  readonly resourceId: string;
  readonly role: string | null;
  readonly exclusive: boolean;
  readonly quantity: number;
}

export interface LockedPerson {
  readonly id: string;
  readonly name: LocalizedText;
  /** Active, and in the actor's units or authorised for the course. */
  readonly bookable: boolean;
}

export interface LockedVenue {
  readonly id: string;
  readonly code: string;
  readonly name: LocalizedText;
}

export interface LockedEquipment extends LockedVenue {
  readonly exclusive: boolean;
  readonly quantity: number;
}

@Injectable()
export class BookingStore {
  constructor(private readonly uow: UnitOfWork) {}

  async traineesOf(offeringId: string): Promise<string[]> {
    const rows = await this.uow.query<{ id: string }>(
      `SELECT person_id AS id FROM offering_trainee WHERE offering_id = $1 ORDER BY person_id`,
      [offeringId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Locks equipment, then venues, then people, each in the order of their ids: whoever books the same things waits, and
   * nobody waits in a circle. Those that are not there are left out.
   */
  async lockEquipment(ids: readonly string[]): Promise<LockedEquipment[]> {
    if (ids.length === 0) return [];
    return this.uow.query<LockedEquipment>(
      `SELECT id, code, name, exclusive, quantity FROM equipment WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [ids],
    );
  }

  async lockVenues(ids: readonly string[]): Promise<LockedVenue[]> {
    if (ids.length === 0) return [];
    return this.uow.query<LockedVenue>(
      `SELECT id, code, name FROM venue WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [ids],
    );
  }

  async lockPeople(scope: Scope, ids: readonly string[], courseId: string): Promise<LockedPerson[]> {
    if (ids.length === 0) return [];
    const params: unknown[] = [ids, courseId];
    const inside = scopeSql(scope, { unit: 'p.unit_id', person: 'p.id' }, params);
    return this.uow.query<LockedPerson>(
      `SELECT p.id, ${PERSON_NAME} AS name, p.status = 'active' AND (${inside} OR EXISTS (
                SELECT FROM instructor_authorisation a
                WHERE a.person_id = p.id AND a.course_id = $2 AND a.withdrawn_at IS NULL)) AS bookable
       FROM person p WHERE p.id = ANY($1::uuid[]) ORDER BY p.id FOR NO KEY UPDATE OF p`,
      params,
    );
  }

  /**
   * Books all or nothing, in the order of resources.
   * @returns false when something else was booked meanwhile, past the locks; the transaction goes on
   */
  async insert(sessionId: string, during: TimeRange, drafts: readonly BookingDraft[]): Promise<boolean> {
    if (drafts.length === 0) return true;
    await this.uow.query('SAVEPOINT booking');
    try {
      await this.uow.query(
        `INSERT INTO booking (id, session_id, kind, resource_id, role, exclusive, quantity, during)
         SELECT gen_random_uuid(), $1, d.kind, d."resourceId", d.role, d.exclusive, d.quantity, $2::tstzrange
         FROM jsonb_to_recordset($3::jsonb) AS d(kind text, "resourceId" uuid, role text, exclusive boolean, quantity int)
         ORDER BY d."resourceId"`,
        [sessionId, toTstzrange(during), JSON.stringify(drafts)],
      );
    } catch (error) {
      if (pgConstraint(error)?.code !== EXCLUSION_VIOLATION) throw error;
      await this.uow.query('ROLLBACK TO SAVEPOINT booking');
      return false;
    }
    await this.uow.query('RELEASE SAVEPOINT booking');
    return true;
  }

  async release(sessionId: string): Promise<void> {
    await this.uow.query(`DELETE FROM booking WHERE session_id = $1`, [sessionId]);
  }

  /** Gives back what the sessions hold that were not held. */
  async releaseOffering(offeringId: string): Promise<void> {
    await this.uow.query(
      `DELETE FROM booking b USING session s WHERE s.id = b.session_id AND s.offering_id = $1 AND s.state <> 'held'`,
      [offeringId],
    );
  }
}
