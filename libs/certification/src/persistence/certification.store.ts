import { Injectable } from '@nestjs/common';
import { uuidv7, type CivilDate, type Party } from '@jssu/kernel';
import { UnitOfWork } from '@jssu/platform';
import type { CertificationEvent, EventDraft } from '../domain/certification-event.js';
import type { EvidenceFact } from '../domain/requirement.js';
import type { SchemeVersionRules } from '../domain/scheme-version.js';

interface EventRow {
  id: string;
  type: CertificationEvent['type'];
  scheme_version_id: string;
  effective_on: CivilDate | null;
  completed_on: CivilDate | null;
  until: CivilDate | null;
  barred_until: CivilDate | null;
  evidence_ids: string[];
  supersedes: string | null;
  replacement: unknown;
  reason: string | null;
  recorded_at: Date;
  signatures: { party: Party; personId: string | null; signedAt: string }[];
}

/** The events of a certification with their signatures, oldest recording first. */
export const EVENT_COLUMNS = `
  e.id, e.type, e.scheme_version_id, e.effective_on::text, e.completed_on::text, e.until::text, e.barred_until::text, e.evidence_ids,
  e.supersedes, e.replacement, e.reason, e.recorded_at,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('party', s.party, 'personId', s.person_id, 'signedAt', s.signed_at)), '[]')
   FROM certification_signature s WHERE s.event_id = e.id) AS signatures`;

@Injectable()
export class CertificationStore {
  constructor(private readonly uow: UnitOfWork) {}

  /** The certification of a person in a scheme, made when it is not there, locked until the transaction ends. */
  async lock(personId: string, schemeId: string): Promise<string> {
    await this.uow.query(
      `INSERT INTO certification (id, person_id, scheme_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [uuidv7(), personId, schemeId],
    );
    const [{ id }] = await this.uow.query<{ id: string }>(
      `SELECT id FROM certification WHERE person_id = $1 AND scheme_id = $2 FOR UPDATE`,
      [personId, schemeId],
    );
    return id;
  }

  async events(certificationId: string): Promise<CertificationEvent[]> {
    const rows = await this.uow.query<EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM certification_event e WHERE e.certification_id = $1 ORDER BY e.recorded_at, e.id`,
      [certificationId],
    );
    return rows.map(toEvent);
  }

  /** The rules of every version of the scheme, by version id. */
  async rules(schemeId: string): Promise<ReadonlyMap<string, SchemeVersionRules>> {
    const rows = await this.uow.query<{ id: string; rules: SchemeVersionRules }>(
      `SELECT id, rules FROM scheme_version WHERE scheme_id = $1`,
      [schemeId],
    );
    return new Map(rows.map((row) => [row.id, row.rules]));
  }

  /** The version that decisions of that day follow: the newest published one in effect. */
  async versionInForce(schemeId: string, on: CivilDate): Promise<string | undefined> {
    const [row] = await this.uow.query<{ id: string }>(
      `SELECT id FROM scheme_version WHERE scheme_id = $1 AND state = 'published' AND effective_from <= $2 ORDER BY effective_from DESC, number DESC LIMIT 1`,
      [schemeId, on],
    );
    return row?.id;
  }

  evidence(personId: string): Promise<EvidenceFact[]> {
    return this.uow.query<EvidenceFact>(
      `SELECT id, kind, subject, achieved_on::text AS "achievedOn", valid_until::text AS "validUntil" FROM evidence WHERE person_id = $1`,
      [personId],
    );
  }

  async append(certificationId: string, draft: EventDraft, recordedAt: Date): Promise<string> {
    const id = uuidv7();
    const field = (name: string): unknown => (draft as unknown as Record<string, unknown>)[name] ?? null;
    await this.uow.query(
      `INSERT INTO certification_event (id, certification_id, type, scheme_version_id, effective_on, completed_on, until, barred_until, evidence_ids, reason, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        certificationId,
        draft.type,
        draft.schemeVersionId,
        field('effectiveOn'),
        field('completedOn'),
        field('until'),
        field('barredUntil'),
        field('evidenceIds') ?? [],
        draft.reason ?? null,
        recordedAt,
      ],
    );
    for (const { party, personId } of draft.signatures) await this.sign(id, party, personId, recordedAt);
    return id;
  }

  async sign(eventId: string, party: Party, personId: string | null, signedAt: Date): Promise<void> {
    await this.uow.query(
      `INSERT INTO certification_signature (event_id, party, person_id, signed_at) VALUES ($1, $2, $3, $4)`,
      [eventId, party, personId, signedAt],
    );
  }
}

export function toEvent(row: EventRow): CertificationEvent {
  const { signatures, reason } = row;
  return {
    id: row.id,
    type: row.type,
    schemeVersionId: row.scheme_version_id,
    effectiveOn: row.effective_on,
    completedOn: row.completed_on,
    until: row.until,
    barredUntil: row.barred_until,
    evidenceIds: row.evidence_ids,
    supersedes: row.supersedes,
    replacement: row.replacement,
    recordedAt: row.recorded_at,
    ...(reason === null ? {} : { reason }),
    signatures: signatures.map(({ party, personId, signedAt }) => ({ party, personId, signedAt: new Date(signedAt) })),
  } as CertificationEvent;
}
