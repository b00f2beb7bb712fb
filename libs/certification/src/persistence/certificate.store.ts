import { Injectable } from '@nestjs/common';
import type { CivilDate, LocalizedText, Zone } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import type { HolderNames, Signer } from '../documents/index.js';
import type { CertificationEvent } from '../domain/certification-event.js';
import { eventsJson, toEvent, type EventJson } from './event-json.js';

/** What a certificate of one decision is made from. */
export interface Ground {
  readonly certificationId: string;
  /** Of the certification's history as it was read. */
  readonly version: number;
  readonly personId: string;
  readonly unitId: string;
  readonly zone: Zone;
  readonly holder: HolderNames;
  readonly rank: string;
  readonly scheme: { readonly code: string; readonly title: LocalizedText };
  readonly events: readonly CertificationEvent[];
  readonly course: { readonly title: LocalizedText; readonly minutes: number } | null;
  readonly signers: Readonly<Record<string, Signer>>;
  /** The next free number; null when the certificate is there already. */
  readonly serial: string | null;
}

/** The names and days on a paper. */
export interface Printed {
  readonly holder: HolderNames;
  readonly scheme: LocalizedText;
  readonly grantedOn: CivilDate;
  readonly expiresOn: CivilDate | null;
}

export interface NewCertificate {
  readonly id: string;
  readonly certificationId: string;
  readonly eventId: string;
  readonly number: string;
  readonly verificationCode: string;
  readonly printed: Printed;
  readonly pdf: Uint8Array;
  readonly credentialJwt: string;
}

const NAMES = (person: string) =>
  `jsonb_strip_nulls(jsonb_build_object('en', ${person}.name_en, 'ur', ${person}.name_ur, 'zh', ${person}.name_zh))`;

@Injectable()
export class CertificateStore {
  constructor(private readonly uow: UnitOfWork) {}

  async ground(eventId: string): Promise<Ground | undefined> {
    const [row] = await this.uow.query<Omit<Ground, 'events'> & { events: EventJson[] }>(
      `SELECT c.id AS "certificationId", c.version, c.person_id AS "personId", p.unit_id AS "unitId", u.zone, ${NAMES('p')} AS holder,
         p.rank, jsonb_build_object('code', s.code, 'title', s.title) AS scheme, ${eventsJson('c.id')} AS events,
         (SELECT jsonb_build_object('title', ct.title,
                   'minutes', (SELECT sum((b->>'minutes')::int) FROM jsonb_array_elements(cv.blocks) b))
          FROM evidence x JOIN course_result r ON r.id = (x.source->>'courseResultId')::uuid
            JOIN enrolment n ON n.id = r.enrolment_id JOIN offering o ON o.id = n.offering_id
            JOIN course_version cv ON cv.id = o.course_version_id JOIN course ct ON ct.id = cv.course_id
          WHERE x.id = ANY(CASE WHEN g.type = 'corrected'
                  THEN ARRAY(SELECT jsonb_array_elements_text(g.replacement->'evidenceIds')::uuid) ELSE g.evidence_ids END)
          ORDER BY x.achieved_on DESC, x.id LIMIT 1) AS course,
         (SELECT coalesce(jsonb_object_agg(q.id, ${NAMES('q')} || jsonb_build_object('rank', q.rank)), '{}')
          FROM certification_signature i JOIN person q ON q.id = i.person_id WHERE i.event_id = g.id) AS signers,
         CASE WHEN k.id IS NULL THEN nextval('certificate_number') END AS serial
       FROM certification_event g JOIN certification c ON c.id = g.certification_id JOIN scheme s ON s.id = c.scheme_id
         JOIN person p ON p.id = c.person_id JOIN unit u ON u.id = p.unit_id
         LEFT JOIN certificate k ON k.certification_event_id = g.id
       WHERE g.id = $1`,
      [eventId],
      { prepared: true },
    );
    return row && { ...row, events: row.events.map(toEvent) };
  }

  /**
   * Stores the certificate and settles the tasks of its decision, unless the history has moved on from `version`.
   * @returns `kept`; `there` when the decision has a certificate already; `stale` when nothing was done
   */
  async keep(certificate: NewCertificate, version: number, issuedAt: Date, taskId: string | null) {
    const [{ held, kept }] = await this.uow.query<{ held: boolean; kept: boolean }>(
      `WITH held AS (SELECT id FROM certification WHERE id = $2 AND version = $9 FOR NO KEY UPDATE),
       kept AS (
         INSERT INTO certificate (id, certification_id, certification_event_id, number, verification_code, printed, pdf, credential_jwt, issued_at)
         SELECT $1, held.id, $3, $4, $5, $6, $7, $8, $10 FROM held ON CONFLICT (certification_event_id) DO NOTHING RETURNING 1),
       done AS (
         UPDATE certification_task SET state = 'issued', failure = NULL, event_id = $3, attempts = attempts + 1, updated_at = $10
         WHERE (id = $11 OR event_id = $3) AND state <> 'issued' AND EXISTS (SELECT FROM held))
       SELECT EXISTS (SELECT FROM held) AS held, EXISTS (SELECT FROM kept) AS kept`,
      [
        certificate.id,
        certificate.certificationId,
        certificate.eventId,
        certificate.number,
        certificate.verificationCode,
        JSON.stringify(certificate.printed),
        certificate.pdf,
        certificate.credentialJwt,
        version,
        issuedAt,
        taskId,
      ],
      { prepared: true },
    );
    return kept ? 'kept' : held ? 'there' : 'stale';
  }

  /** The certificate was there already. */
  async settleTasks(eventId: string, taskId: string | null, now: Date): Promise<void> {
    await this.uow.query(
      `UPDATE certification_task SET state = 'issued', failure = NULL, event_id = $1, attempts = attempts + 1, updated_at = $3
       WHERE (id = $2 OR event_id = $1) AND state <> 'issued'`,
      [eventId, taskId, now],
    );
  }
}
