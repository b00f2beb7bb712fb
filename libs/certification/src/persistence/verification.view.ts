import { Injectable } from '@nestjs/common';
import type { CivilDate, Zone } from '@jssu/kernel';
import { Clock, UnitOfWork } from '@jssu/platform';
import { certificateStanding, type CertificateStanding } from '../domain/certificate-due.js';
import type { Printed } from './certificate.store.js';
import { eventsJson, toEvent, type EventJson } from './event-json.js';
import { SchemeRules } from './scheme-rules.js';

/** What anybody may learn who has the code: never where the person serves, nor his service number. */
export interface Verified extends CertificateStanding {
  readonly number: string;
  readonly holder: Printed['holder'];
  readonly scheme: Printed['scheme'];
  readonly schemeCode: string;
  readonly grantedOn: CivilDate;
  /** The number of a newer certificate of the same certification. */
  readonly newerNumber: string | null;
  readonly asOf: Date;
}

interface Row {
  eventId: string;
  number: string;
  printed: Printed;
  schemeCode: string;
  zone: Zone;
  events: EventJson[];
  newest: string;
}

@Injectable()
export class VerificationView {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly schemeRules: SchemeRules,
    private readonly clock: Clock,
  ) {}

  byCode(code: string): Promise<Verified | undefined> {
    return this.find('k.verification_code = $1', code);
  }

  byId(certificateId: string): Promise<Verified | undefined> {
    return this.find('k.id = $1', certificateId);
  }

  /** One statement: the rules are in memory, published ones never change. */
  private async find(condition: string, value: string): Promise<Verified | undefined> {
    const [row] = await this.uow.query<Row>(
      `SELECT k.certification_event_id AS "eventId", k.number, k.printed, s.code AS "schemeCode", u.zone, ${eventsJson('c.id')} AS events,
         (SELECT n.number FROM certificate n WHERE n.certification_id = c.id ORDER BY n.id DESC LIMIT 1) AS newest
       FROM certificate k JOIN certification c ON c.id = k.certification_id JOIN scheme s ON s.id = c.scheme_id
         JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = p.unit_id
       WHERE ${condition}`,
      [value],
      { prepared: true },
    );
    if (!row) return undefined;
    const events = row.events.map(toEvent);
    const rulesOf = await this.schemeRules.of(events);
    const [on, now] = [this.clock.today(row.zone), this.clock.now()];
    const { number, schemeCode, newest, printed } = row;
    return {
      ...certificateStanding({ events, rulesOf, on, now }, row.eventId),
      number,
      holder: printed.holder,
      scheme: printed.scheme,
      schemeCode,
      grantedOn: printed.grantedOn,
      newerNumber: newest === number ? null : newest,
      asOf: now,
    };
  }
}
