import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';

const VALUES = { type: 'object', additionalProperties: true, nullable: true } as const;

export class AuditEntryDto {
  @IsUUID()
  id: string;

  occurredAt: Date;

  /** @example "people.person-changed" */
  action: string;

  /** @example "person" */
  entity: string;

  /** @example "0193a1f2-6c1e-7b3a-9d2c-5f6e7a8b9c0d" */
  entityId: string;

  /** The person whom the change concerns. */
  @IsUUID()
  personId: string | null;

  /** The unit by which the entry is scoped. */
  @IsUUID()
  unitId: string | null;

  /** The account that acted; null for the system itself. */
  @IsUUID()
  actorAccountId: string | null;

  /** @example "administrator" */
  actorName: string;

  /** @example "0193a1f2-7d2f-7c4b-8e3d-6a7f8b9c0d1e" */
  requestId: string;

  /** @example "corrected after a look at the service book" */
  reason: string | null;

  @ApiProperty({ ...VALUES, example: { rank: 'Constable' } })
  before: object | null;

  @ApiProperty({ ...VALUES, example: { rank: 'Head Constable' } })
  after: object | null;

  /** `orphaned`: neither chained nor waiting, so that somebody took its link away. */
  @IsIn(['chained', 'pending', 'orphaned'])
  chainState: 'chained' | 'pending' | 'orphaned';

  /**
   * Its number in the chain; null while it waits.
   * @example "4711"
   */
  chainNumber: string | null;

  /**
   * SHA-256 over the number, the hash before and the entry.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  hash: string | null;
}

export class BrokenLinkDto {
  /** @example "4711" */
  number: string;

  /** The entry of the link; null where the link itself is gone. */
  @IsUUID()
  entryId: string | null;

  /** What does not hold: a number is missing, the entry of a link is gone, or a hash is not that of what stands there. */
  @IsIn(['gap', 'missing-entry', 'previous-hash', 'hash'])
  why: 'gap' | 'missing-entry' | 'previous-hash' | 'hash';
}

export class ChainVerdictDto {
  /** Whether every link holds and no entry has lost its own. */
  intact: boolean;

  /**
   * Entries whose number and hash were proved.
   * @example 4711
   */
  verified: number;

  /**
   * Entries that the sequencer has not reached yet.
   * @example 0
   */
  pending: number;

  /**
   * Entries that are neither chained nor waiting.
   * @example 0
   */
  orphans: number;

  /** The first link that does not hold. */
  broken?: BrokenLinkDto;

  /**
   * Keep it elsewhere: a chain cut off at its end cannot be seen from inside.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  headHash: string;
}
