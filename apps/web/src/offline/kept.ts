import type { Answered, Schemas } from '../api/client';
import type { Problem } from '../api/problem';

export type Register = Answered<'/api/v1/sessions/{id}/register'>;
export type RegisterLine = Register['people'][number];
export type Mark = Schemas['MarkDto'];

export interface KeptRegister {
  readonly accountId: string | null;
  readonly register: Register;
  /** When it was read, in milliseconds since 1970. */
  readonly keptAt: number;
}

/** A mark that stands on record. */
export type StandingMark = Omit<NonNullable<RegisterLine['mark']>, 'reason'>;

/** A mark of a register that the API has not answered yet. It is on the device before it is sent. */
export interface WaitingMark {
  readonly accountId: string | null;
  readonly sessionId: string;
  readonly enrolmentId: string;
  readonly status: Mark['status'];
  readonly minutes?: number;
  /** Of the mark on record, which a new one would drop. */
  readonly note?: string;
  readonly markedAt: string;
  /** The mark on record that was seen when this one was set. */
  readonly seen: string | null;
  /** What somebody else has marked meanwhile: waits for a choice between the two. Null: his mark is gone. */
  readonly conflict?: StandingMark | null;
  /** Why the API refused it. */
  readonly refusal?: Problem;
}
