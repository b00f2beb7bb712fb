// (c) People imported per second, from the upload to the end of the batch (read, validated, encrypted, audited, reported),
// against COPY of the same rows into the same tables of another database with the same history.
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { inTurns, median, round } from '../lib/measure.mjs';
import { demo } from '../lib/people-data.mjs';
import { createProductDatabase, copyOfDatabase, signIn, startApi, startWorker } from '../lib/servers.mjs';

export const title = 'people imported a second / COPY of the same rows into the same tables';
const ROUNDS = 5;
const PEOPLE = 10_000;

/** What the import of one batch writes, in the order that foreign keys ask for. */
const TABLES = [
  ['import_batch', 'id = $1'],
  ['person', `id IN (SELECT person_id FROM import_row WHERE batch_id = $1)`],
  ['posting', `person_id IN (SELECT person_id FROM import_row WHERE batch_id = $1)`],
  ['audit_entry', `after->>'importBatch' = $1::text`],
  ['import_row', 'batch_id = $1'],
];

export async function run({ server, report }) {
  const database = await createProductDatabase(server, 'bench_import');
  const copy = await copyOfDatabase(server, database, 'bench_copy');
  const [api, worker] = await Promise.all([startApi(database.env), startWorker(database.env)]);
  try {
    const client = await signIn(api.url, 'administrator');
    const rows = [];
    const sides = {
      import: async (i) => {
        const { seconds, id } = await importPeople(client, i);
        await settled(database.pool);
        rows[i] = await rowsOf(database.pool, id);
        return PEOPLE / seconds;
      },
      // The rows of the round before are there: the import of a round always comes first.
      copy: async (i) => PEOPLE / (await copyIn(copy.pool, rows[i])),
    };
    const both = async (i) => ({ import: await sides.import(i), copy: await sides.copy(i) });
    await both(0);
    const { both: results } = await inTurns(ROUNDS, { both: (i) => both(i + 1) });
    const [imported, copied] = [median(results.map((r) => r.import)), median(results.map((r) => r.copy))];
    report({
      name: 'c: people imported',
      ratio: round(imported / copied),
      target: 0.1,
      better: 'higher',
      importedPerSecond: round(imported, 0),
      copiedPerSecond: round(copied, 0),
      peopleARound: PEOPLE,
      rounds: ROUNDS,
    });
  } finally {
    await Promise.all([api.kill(), worker.kill()]);
    await Promise.all([database.drop(), copy.drop()]);
  }
}

async function importPeople(client, i) {
  const { people, printPeopleFile } = await demo();
  // Other numbers in every round.
  const series = [...people(i * PEOPLE, PEOPLE)].map((person) => ({
    ...person,
    serviceNumber: `${person.serviceNumber}-${i}`,
    nationalId: person.party === 'cn' ? '' : person.nationalId,
  }));
  const form = new FormData();
  form.set('dryRun', 'false');
  form.set('file', new Blob([[...printPeopleFile(series)].join('')]), 'people.csv');
  const started = performance.now();
  const { id } = await client('POST', '/api/v1/imports/people', form);
  for (;;) {
    const { state, counts, failure } = await client('GET', `/api/v1/imports/${id}`);
    if (state === 'done' && counts.created === PEOPLE) return { id, seconds: (performance.now() - started) / 1000 };
    if (!['queued', 'running'].includes(state))
      throw new Error(`import: ${state} ${JSON.stringify({ counts, failure })}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits for the audit chain, so that it does not run beside what is measured next. */
async function settled(pool) {
  for (;;) {
    const { rows } = await pool.query('SELECT count(*)::int AS n FROM audit_pending');
    if (rows[0].n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function rowsOf(pool, id) {
  const client = await pool.connect();
  try {
    const rows = [];
    for (const [table, condition] of TABLES) {
      const pieces = [];
      const sink = new PassThrough().on('data', (piece) => pieces.push(piece));
      const query = `SELECT * FROM ${table} WHERE ${condition.replaceAll('$1', `'${id}'`)}`;
      await pipeline(client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`)), sink);
      rows.push([table, Buffer.concat(pieces)]);
    }
    const pending = `SELECT id FROM audit_entry WHERE after->>'importBatch' = '${id}'`;
    const pieces = [];
    const sink = new PassThrough().on('data', (piece) => pieces.push(piece));
    await pipeline(client.query(copyTo(`COPY (${pending}) TO STDOUT (FORMAT binary)`)), sink);
    return [...rows, ['audit_pending', Buffer.concat(pieces)]];
  } finally {
    client.release();
  }
}

/** @returns seconds for all tables in one transaction */
async function copyIn(pool, rows) {
  const client = await pool.connect();
  try {
    const started = performance.now();
    await client.query('BEGIN');
    for (const [table, bytes] of rows) {
      const sink = client.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT binary)`));
      await new Promise((resolve, reject) => sink.on('finish', resolve).on('error', reject).end(bytes));
    }
    await client.query('COMMIT');
    return (performance.now() - started) / 1000;
  } finally {
    client.release();
  }
}
