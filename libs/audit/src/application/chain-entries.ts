import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@jssu/platform';
import { GENESIS, sealEntry, type SealedEntry } from '../domain/chain.js';
import { SEALED_COLUMNS } from '../persistence/sealed-entry.sql.js';

/** Any number: all sequencers agree on it, so that one chains at a time. */
const SEQUENCER_LOCK = 727_274_002;
const BATCH = 1000;

/**
 * Gives committed entries their numbers and hashes. One transaction a batch under an advisory lock: a number is used
 * only when its row is there, so that the chain has no gap even after a crash (a database sequence would).
 */
@Injectable()
export class ChainEntries {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many entries were chained; 0 when nothing waits or another process is at it */
  async execute(): Promise<number> {
    return this.uow.run(async () => {
      const [{ mine }] = await this.uow.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
        SEQUENCER_LOCK,
      ]);
      if (!mine) return 0;
      const entries = await this.uow.query<SealedEntry>(
        `SELECT ${SEALED_COLUMNS} FROM audit_pending p JOIN audit_entry e ON e.id = p.entry_id
         ORDER BY e.occurred_at, e.id LIMIT ${BATCH}`,
      );
      if (entries.length === 0) return 0;
      const [last] = await this.uow.query<{ number: string; hash: Buffer }>(
        'SELECT number, hash FROM audit_chain ORDER BY number DESC LIMIT 1',
      );
      let number = BigInt(last?.number ?? 0);
      let previous = last?.hash ?? GENESIS;
      const links = entries.map((entry) => {
        number += 1n;
        const hash = sealEntry(number, previous, entry);
        const link = {
          number: String(number),
          entry_id: entry.id,
          previous_hash: previous.toString('hex'),
          hash: hash.toString('hex'),
        };
        previous = hash;
        return link;
      });
      await this.uow.query(
        `INSERT INTO audit_chain (number, entry_id, previous_hash, hash)
         SELECT number, entry_id, decode(previous_hash, 'hex'), decode(hash, 'hex')
         FROM jsonb_to_recordset($1::jsonb) AS r(number bigint, entry_id uuid, previous_hash text, hash text)`,
        [JSON.stringify(links)],
      );
      await this.uow.query('DELETE FROM audit_pending WHERE entry_id = ANY($1::uuid[])', [entries.map((e) => e.id)]);
      return entries.length;
    });
  }
}
