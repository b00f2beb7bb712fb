import { Injectable } from '@nestjs/common';
import { uuidv7, type CivilDate, type Party } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import type { CertificationEvent, EventDraft } from '../domain/certification-event.js';
import type { EvidenceFact } from '../domain/requirement.js';
import type { StandingPeriod } from '../domain/standing-period.js';
import { eventsJson, evidenceCounts, toEvent, type EventJson } from './event-json.js';

/** All that a decision about one person and scheme looks at. */
export interface Situation {
  readonly events: readonly CertificationEvent[];
  /** What is on record for the person and still counts. */
  readonly evidence: readonly EvidenceFact[];
  /** The version that decisions of the day follow: the newest published one in effect. */
  readonly schemeVersionId: string | null;
  /** The event that `cause` has led to before. */
  readonly causedEventId: string | null;
}

@Injectable()
export class CertificationStore {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * The certification of a person in a scheme, made when it is not there, locked until the transaction ends, its version
   * moved on: so it is only for those who change its history or roll back.
   */
  async lock(personId: string, schemeId: string): Promise<string> {
    const [{ id }] = await this.uow.query<{ id: string }>(
      `INSERT INTO certification AS c (id, person_id, scheme_id) VALUES ($1, $2, $3)
       ON CONFLICT (person_id, scheme_id) DO UPDATE SET version = c.version + 1 RETURNING id`,
      [uuidv7(), personId, schemeId],
    );
    return id;
  }

  async situation(
    certificationId: string,
    { personId, schemeId }: { readonly personId: string; readonly schemeId: string },
    on: CivilDate,
    cause: string | null = null,
  ): Promise<Situation> {
    const [row] = await this.uow.query<Omit<Situation, 'events'> & { events: EventJson[] }>(
      `SELECT ${eventsJson('$1')} AS events,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'subject', x.subject,
                  'achievedOn', x.achieved_on, 'validUntil', x.valid_until)), '[]')
         FROM evidence x WHERE x.person_id = $2 AND ${evidenceCounts('x')}) AS evidence,
        (SELECT v.id FROM scheme_version v WHERE v.scheme_id = $3 AND v.state = 'published' AND v.effective_from <= $4
         ORDER BY v.effective_from DESC, v.number DESC LIMIT 1) AS "schemeVersionId",
        (SELECT e.id FROM certification_event e WHERE e.cause = $5) AS "causedEventId"`,
      [certificationId, personId, schemeId, on, cause],
      { prepared: true },
    );
    return { ...row, events: row.events.map(toEvent) };
  }

  /** The histories of several certifications, by their ids. */
  async histories(ids: readonly string[]): Promise<ReadonlyMap<string, readonly CertificationEvent[]>> {
    const rows = await this.uow.query<{ id: string; events: EventJson[] }>(
      `SELECT c.id, ${eventsJson('c.id')} AS events FROM certification c WHERE c.id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, events }) => [id, events.map(toEvent)]));
  }

  /** @returns the event as it now stands in the history */
  async append(
    certificationId: string,
    draft: EventDraft,
    recordedAt: Date,
    cause: string | null = null,
  ): Promise<CertificationEvent> {
    const row = {
      effectiveOn: null,
      completedOn: null,
      until: null,
      barredUntil: null,
      evidenceIds: [],
      supersedes: null,
      replacement: null,
      ...draft,
    };
    const id = uuidv7();
    await this.uow.query(
      `WITH event AS (
         INSERT INTO certification_event (id, certification_id, type, scheme_version_id, effective_on, completed_on, until,
           barred_until, evidence_ids, supersedes, replacement, reason, recorded_at, cause)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))
       INSERT INTO certification_signature (event_id, party, person_id, signed_at)
       SELECT $1::uuid, g.party, g."personId", $13::timestamptz FROM jsonb_to_recordset($15::jsonb) AS g(party text, "personId" uuid)`,
      [
        id,
        certificationId,
        row.type,
        row.schemeVersionId,
        row.effectiveOn,
        row.completedOn,
        row.until,
        row.barredUntil,
        row.evidenceIds,
        row.supersedes,
        row.replacement && JSON.stringify(row.replacement),
        row.reason ?? null,
        recordedAt,
        cause,
        JSON.stringify(row.signatures),
      ],
      { prepared: true },
    );
    const signatures = row.signatures.map((signature) => ({ ...signature, signedAt: recordedAt }));
    return { ...row, id, recordedAt, signatures } as unknown as CertificationEvent;
  }

  async sign(eventId: string, party: Party, personId: string | null, signedAt: Date): Promise<void> {
    await this.uow.query(
      `INSERT INTO certification_signature (event_id, party, person_id, signed_at) VALUES ($1, $2, $3, $4)`,
      [eventId, party, personId, signedAt],
    );
  }

  /** Writes down what the history now amounts to, for those who read no events. `fresh`: there was none before. */
  async keepStanding(certificationId: string, periods: readonly StandingPeriod[], fresh = false): Promise<void> {
    if (!fresh)
      await this.uow.query(`DELETE FROM certification_standing WHERE certification_id = $1`, [certificationId], {
        prepared: true,
      });
    await this.uow.query(
      `INSERT INTO certification_standing (certification_id, from_on, until_on, kind, expires_on, renewal_opens_on,
         grace_ends_on, barred_until, pending_event_id)
       SELECT $1::uuid, p."from", p.until, p.kind, p."expiresOn", p."renewalOpensOn", p."graceEndsOn", p."barredUntil", p."pendingEventId"
       FROM jsonb_to_recordset($2::jsonb) AS p("from" date, until date, kind text, "expiresOn" date, "renewalOpensOn" date,
         "graceEndsOn" date, "barredUntil" date, "pendingEventId" uuid)`,
      [certificationId, JSON.stringify(periods)],
    );
  }
}
