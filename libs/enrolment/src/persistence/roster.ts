import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@jssu/platform';
import { PERSON_NAMES, type PersonNames } from '@jssu/people';
import type { EnrolmentState } from '../domain/enrolment-state.js';

/** One who holds a seat: reserved, confirmed, attending or completed. */
export interface RosterEntry extends PersonNames {
  enrolmentId: string;
  personId: string;
  serviceNumber: string;
  rank: string;
  /** The unit that the person belongs to now. */
  unitId: string;
  /** 1 to the capacity. */
  seatNumber: number;
  state: EnrolmentState;
  version: number;
}

/** The nominal roll of an offering, for rules and documents of the libs above; what a reader may see is theirs to decide. */
@Injectable()
export class Roster {
  constructor(private readonly uow: UnitOfWork) {}

  /** By seat. Empty for an offering that is not there. */
  of(offeringId: string): Promise<RosterEntry[]> {
    return this.uow.query<RosterEntry>(
      `SELECT e.id AS "enrolmentId", e.person_id AS "personId", ${PERSON_NAMES},
              p.service_number AS "serviceNumber", p.rank, p.unit_id AS "unitId", e.seat_number AS "seatNumber", e.state, e.version
       FROM enrolment e JOIN person p ON p.id = e.person_id
       WHERE e.offering_id = $1 AND e.seat_number IS NOT NULL ORDER BY e.seat_number`,
      [offeringId],
    );
  }
}
