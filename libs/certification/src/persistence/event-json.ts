import type { CivilDate, Party } from '@jssu/kernel';
import type { CertificationEvent } from '../domain/certification-event.js';

/** An event as `eventsJson` reads it: the columns of the table. */
export interface EventJson {
  readonly id: string;
  readonly type: CertificationEvent['type'];
  readonly scheme_version_id: string;
  readonly effective_on: CivilDate | null;
  readonly completed_on: CivilDate | null;
  readonly until: CivilDate | null;
  readonly barred_until: CivilDate | null;
  readonly evidence_ids: readonly string[];
  readonly supersedes: string | null;
  readonly replacement: unknown;
  readonly reason: string | null;
  readonly recorded_at: string;
  readonly signatures: readonly {
    readonly party: Party;
    readonly person_id: string | null;
    readonly signed_at: string;
  }[];
}

/**
 * SQL for the events of a certification, signatures included, oldest recording first, as one JSON value: so that one
 * statement can bring them with everything else.
 * @param certificationId an SQL expression
 */
export const eventsJson = (certificationId: string): string => `
  (SELECT coalesce(jsonb_agg(to_jsonb(e) || jsonb_build_object('signatures',
            (SELECT coalesce(jsonb_agg(to_jsonb(g)), '[]') FROM certification_signature g WHERE g.event_id = e.id))
          ORDER BY e.recorded_at, e.id), '[]')
   FROM certification_event e WHERE e.certification_id = ${certificationId})`;

export function toEvent(row: EventJson): CertificationEvent {
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
    recordedAt: new Date(row.recorded_at),
    ...(reason === null ? {} : { reason }),
    signatures: signatures.map(({ party, person_id, signed_at }) => ({
      party,
      personId: person_id,
      signedAt: new Date(signed_at),
    })),
  } as CertificationEvent;
}

/**
 * SQL for whether a piece of evidence still counts: a result that was corrected since does not, though its row stays.
 * @param alias of the table `evidence`
 */
export const evidenceCounts = (alias: string): string => `
  NOT EXISTS (SELECT FROM course_result cr
    WHERE cr.id = (${alias}.source->>'courseResultId')::uuid AND cr.superseded_at IS NOT NULL)`;
