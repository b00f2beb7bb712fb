import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@jssu/platform';
import { GENESIS, sealEntry, type SealedEntry } from '../domain/chain.js';
import { SEALED_COLUMNS } from '../persistence/sealed-entry.sql.js';

export interface ChainVerdict {
  readonly intact: boolean;
  /** Entries whose number and hash were proved. */
  readonly verified: number;
  /** Entries that the sequencer has not reached yet. */
  readonly pending: number;
  /** The first link that does not hold. */
  readonly broken?: {
    readonly number: string;
    /** Null where the link itself is gone. */
    readonly entryId: string | null;
    readonly why: 'gap' | 'missing-entry' | 'previous-hash' | 'hash';
  };
  /** Entries that are neither chained nor waiting: someone took their link away. */
  readonly orphans: number;
  readonly headHash: string;
}

type Link = SealedEntry & { number: string; entry_id: string; present: boolean; previous_hash: Buffer; hash: Buffer };

const PAGE = 2000;

/** Recomputes the whole chain from its first entry. Reads only. */
@Injectable()
export class VerifyChain {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(): Promise<ChainVerdict> {
    let number = 0n;
    let previous: Buffer = GENESIS;
    let broken: ChainVerdict['broken'];
    for (;;) {
      const page = await this.uow.query<Link>(
        `SELECT c.number, c.entry_id, e.id IS NOT NULL AS present, c.previous_hash, c.hash, ${SEALED_COLUMNS}
         FROM audit_chain c LEFT JOIN audit_entry e ON e.id = c.entry_id
         WHERE c.number > $1 ORDER BY c.number LIMIT ${PAGE}`,
        [String(number)],
      );
      for (const link of page) {
        const expected = number + 1n;
        const why = faultOf(link, expected, previous);
        if (why) {
          const gap = why === 'gap';
          broken = { number: gap ? String(expected) : link.number, entryId: gap ? null : link.entry_id, why };
          break;
        }
        number = expected;
        previous = link.hash;
      }
      if (broken || page.length < PAGE) break;
    }
    const [counts] = await this.uow.query<{ pending: number; orphans: number }>(
      `SELECT (SELECT count(*)::int FROM audit_pending) AS pending,
              (SELECT count(*)::int FROM audit_entry e
                WHERE NOT EXISTS (SELECT FROM audit_chain c WHERE c.entry_id = e.id)
                  AND NOT EXISTS (SELECT FROM audit_pending p WHERE p.entry_id = e.id)) AS orphans`,
    );
    return {
      intact: !broken && counts.orphans === 0,
      verified: Number(number),
      ...counts,
      broken,
      headHash: previous.toString('hex'),
    };
  }
}

function faultOf(
  link: Link,
  expected: bigint,
  previous: Buffer,
): NonNullable<ChainVerdict['broken']>['why'] | undefined {
  if (BigInt(link.number) !== expected) return 'gap';
  if (!link.present) return 'missing-entry';
  if (!link.previous_hash.equals(previous)) return 'previous-hash';
  return sealEntry(expected, previous, link).equals(link.hash) ? undefined : 'hash';
}
