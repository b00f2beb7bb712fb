import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@jssu/platform';
import type { EnrolmentState } from '../domain/enrolment-state.js';

export interface RosterEntry {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly nameEn: string;
  readonly nameUr: string | null;
  readonly nameZh: string | null;
  readonly serviceNumber: string;
  readonly rank: string;
  readonly unitId: string;
  readonly seatNumber: number | null;
  readonly state: EnrolmentState;
}

/** Who holds a seat in an offering, by seat. */
@Injectable()
export class Roster {
  constructor(private readonly uow: UnitOfWork) {}

  of(offeringId: string): Promise<RosterEntry[]> {
    return this.uow.query<RosterEntry>(
      `SELECT e.id AS "enrolmentId", e.person_id AS "personId", p.name_en AS "nameEn", p.name_ur AS "nameUr", p.name_zh AS "nameZh",
              p.service_number AS "serviceNumber", p.rank, e.unit_id AS "unitId", e.seat_number AS "seatNumber", e.state
       FROM enrolment e JOIN person p ON p.id = e.person_id
       WHERE e.offering_id = $1 AND e.state IN ('reserved', 'confirmed', 'attending', 'completed') ORDER BY e.seat_number`,
      [offeringId],
    );
  }
}
