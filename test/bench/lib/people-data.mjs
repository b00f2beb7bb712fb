// People by the seeded generator, straight into the tables: a million in minutes.
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { built } from './servers.mjs';

const FIELD_UNITS = new Set(['SPU-BALOCHISTAN', 'SPU-SINDH', 'SSU-KP', 'CN-TRAINING']);

export async function demo() {
  const { generatePeople, printPeopleFile, DEMO_POSTS, DEMO_UNITS } = await built('config/demo/index.js');
  const units = DEMO_UNITS.filter(({ code }) => FIELD_UNITS.has(code));
  return {
    people: (seed, count) => generatePeople({ seed, count, units, posts: DEMO_POSTS, today: '2026-11-01' }),
    printPeopleFile,
  };
}

/** Rows of text for COPY: tab between, \N for null. */
export async function copyRows(client, target, rows) {
  const cell = (value) =>
    value === null || value === undefined || value === ''
      ? '\\N'
      : String(value).replace(/[\\\t\n\r]/g, (c) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c]);
  function* lines() {
    let piece = '';
    for (const row of rows) {
      piece += `${row.map(cell).join('\t')}\n`;
      if (piece.length < 65_536) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom(`COPY ${target} FROM STDIN`)));
}

/**
 * Does the work without the secondary indexes of the tables and without their triggers (foreign keys among them), and
 * makes the indexes again. For data that is known to be sound.
 */
export async function inBulk(client, tables, work) {
  const { rows: indexes } = await client.query(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid = ANY($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [tables],
  );
  const { rows: exclusions } = await client.query(
    `SELECT conname AS name, conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = ANY($1::regclass[]) AND contype = 'x'`,
    [tables],
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  for (const { name, table } of exclusions) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await client.query(`SET session_replication_role = replica`);
  await work();
  await client.query(`SET session_replication_role = origin`);
  for (const { name, table, definition } of exclusions)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const { definition } of indexes) await client.query(definition);
  for (const table of tables) await client.query(`VACUUM ANALYZE ${table}`);
}

/** A UUID version 7 whose order is that of `i`. */
export function orderedId(i) {
  const hex = (0x019a_0000_0000 + i).toString(16).padStart(12, '0');
  const random = randomBytes(10);
  random[0] = (random[0] & 0x0f) | 0x70;
  random[2] = (random[2] & 0x3f) | 0x80;
  const rest = random.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}

/** @returns the ids of the people, in the order of their making */
export async function seedPeople(pool, count) {
  const { people } = await demo();
  const client = await pool.connect();
  const ids = Array.from({ length: count }, (_, i) => orderedId(i));
  try {
    const idsByCode = async (table) => {
      const { rows } = await client.query(`SELECT code, id FROM ${table}`);
      return new Map(rows.map(({ code, id }) => [code, id]));
    };
    const [units, sites, posts] = [await idsByCode('unit'), await idsByCode('site'), await idsByCode('post')];
    function* personRows() {
      let i = 0;
      for (const p of people(1, count)) {
        const row = [
          ids[i],
          p.serviceNumber,
          p.nameEn,
          p.nameUr,
          p.nameZh,
          p.rank,
          p.force,
          units.get(p.unit),
          p.party,
        ];
        yield [...row, p.dateOfBirth, p.joinedOn, p.sex, p.phone, p.email];
        i++;
      }
    }
    function* postingRows() {
      let i = 0;
      for (const p of people(1, count)) {
        yield [orderedId(i), ids[i], units.get(p.unit), sites.get(p.site), posts.get(p.post), p.joinedOn];
        i++;
      }
    }
    await inBulk(client, ['person', 'posting'], async () => {
      const columns =
        'id, service_number, name_en, name_ur, name_zh, rank, force, unit_id, party, date_of_birth, joined_on, sex, phone, email';
      await copyRows(client, `person (${columns})`, personRows());
      await copyRows(client, 'posting (id, person_id, unit_id, site_id, post_id, starts_on)', postingRows());
    });
  } finally {
    client.release();
  }
  return ids;
}
