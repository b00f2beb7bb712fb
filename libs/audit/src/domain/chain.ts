import { sha256 } from '@jssu/kernel';

/** An entry as the chain seals it. Times are ISO texts in UTC with microseconds, as PostgreSQL stores them. */
export interface SealedEntry {
  readonly id: string;
  readonly occurred_at: string;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly person_id: string | null;
  readonly unit_id: string | null;
  readonly actor_account_id: string | null;
  readonly actor_name: string;
  readonly request_id: string;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** The hash before the first entry. */
export const GENESIS = sha256('jssu audit chain 1');

const FIELDS: readonly (keyof SealedEntry)[] = [
  'id',
  'occurred_at',
  'action',
  'entity',
  'entity_id',
  'person_id',
  'unit_id',
  'actor_account_id',
  'actor_name',
  'request_id',
  'reason',
  'before',
  'after',
];

/** SHA-256 over number, previous hash and the entry's fields in a fixed order as canonical JSON. */
export function sealEntry(number: bigint, previous: Buffer, entry: SealedEntry): Buffer {
  const fields = FIELDS.map((field) => entry[field] ?? null);
  return sha256(
    `${number}
`,
    previous,
    canonicalJson(fields),
  );
}

/** JSON with the members of every object in code-unit order (RFC 8785 for the values that JSONB can hold). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const record = value as Record<string, unknown>;
  const members = Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  return `{${members.join(',')}}`;
}
