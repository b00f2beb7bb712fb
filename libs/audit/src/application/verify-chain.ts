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
    readonly entryId: string | null;
    readonly why: 'gap' | 'previous-hash' | 'hash';
  };
  /** Entries that are neither chained nor waiting: someone took their link away. */
  readonly orphans: number;
  readonly headHash: string;
}

type Link = SealedEntry & { number: string; previous_hash: Buffer; hash: Buffer };

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
        `SELECT c.number, c.previous_hash, c.hash, ${SEALED_COLUMNS}
         FROM audit_chain c JOIN audit_entry e ON e.id = c.entry_id
         WHERE c.number > $1 ORDER BY c.number LIMIT ${PAGE}`,
        [String(number)],
      );
      for (const link of page) {
        const expected = number + 1n;
        const why =
          BigInt(link.number) !== expected
            ? 'gap'
            : !link.previous_hash.equals(previous)
              ? 'previous-hash'
              : !sealEntry(expected, previous, link).equals(link.hash)
                ? 'hash'
                : undefined;
        if (why) {
          broken = {
            number: why === 'gap' ? String(expected) : link.number,
            entryId: why === 'gap' ? null : link.id,
            why,
          };
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
