// (e) Enrolments a second, one endorsement with its seat a request, against bare transactions of the same statements: those
// that the product sent for one endorsement are taken from the log of the server and repeated for the others.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import pg from 'pg';
import { inTurns, median, round } from '../lib/measure.mjs';
import { createProductDatabase, signIn, startApi } from '../lib/servers.mjs';
import { recordStatements } from '../lib/statements.mjs';

export const title = 'enrolments a second, endorsed over HTTP / bare transactions of the same statements';
const ROUNDS = 5;
const LANES = 8;
/** For each lane: offerings with so many seats, each claimed once. */
const OFFERINGS = 2;
const SEATS = 30;
const ROUTES = [
  ['/api/v1/enrolments/{id}/endorse', (id) => [`/api/v1/enrolments/${id}/endorse`, {}]],
  ['/api/v1/nominations/endorse', (id) => ['/api/v1/nominations/endorse', { ids: [id] }]],
];

export async function run({ server, has, report, note }) {
  const route = ROUTES.find(([path]) => has('POST', path));
  if (!route) return note('e: the product has no POST that endorses a nomination');
  const endorsement = route[1];
  const database = await createProductDatabase(server, 'bench_enrolment');
  const api = await startApi(database.env);
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });
  const clients = Array.from({ length: LANES }, () => new pg.Client({ connectionString: database.env.DATABASE_URL }));
  try {
    const { token } = await signIn(api.url, 'commander');
    const post = (id) => send(agent, api.url, token, ...endorsement(id));
    const nominations = await nominate(database.pool);
    await Promise.all(clients.map((client) => client.connect()));

    // The first ones fill caches; the last is the model.
    const [first, second, model] = (await nominations(1, 1))[0];
    for (const { id } of [first, second]) await post(id);
    const statements = await recordStatements(server, database, () => post(model.id));

    const lanes = async (work) => {
      const claims = await nominations(LANES, OFFERINGS);
      const started = performance.now();
      await Promise.all(
        claims.map(async (lane, i) => {
          for (const claim of lane) await work(claim, i);
        }),
      );
      const seconds = (performance.now() - started) / 1000;
      await seated(database.pool, claims.flat());
      return claims.flat().length / seconds;
    };
    const sides = {
      product: () => lanes(({ id }) => post(id)),
      bare: () => lanes((claim, i) => repeat(clients[i], statements, model, claim)),
    };
    for (const side of Object.values(sides)) await side();
    const results = await inTurns(ROUNDS, sides);
    report({
      name: 'e: enrolments',
      ratio: round(median(results.product) / median(results.bare)),
      target: 0.5,
      better: 'higher',
      productPerSecond: round(median(results.product), 0),
      barePerSecond: round(median(results.bare), 0),
      statements: statements.length,
      connections: LANES,
      enrolmentsARound: LANES * OFFERINGS * SEATS,
      rounds: ROUNDS,
    });
  } finally {
    agent.destroy();
    await api.kill();
    await Promise.all(clients.map((client) => client.end()));
    await database.drop();
  }
}

/** @returns a function that makes published offerings and as many nominations as they have seats */
async function nominate(pool) {
  const one = async (sql, params) => (await pool.query(sql, params)).rows[0];
  const { id: unitId } = await one(`SELECT id FROM unit WHERE code = 'SPU-BALOCHISTAN'`);
  const { id: runBy } = await one(`SELECT id FROM unit WHERE code = 'SSD-SOUTH'`);
  const text = JSON.stringify({ en: 'A', ur: 'ا', zh: '甲' });
  const blocks = JSON.stringify([{ code: 'A', title: JSON.parse(text), kind: 'theory', minutes: 360 }]);
  const { id: courseId } = await one(
    `INSERT INTO course (id, code, title) VALUES (gen_random_uuid(), 'BENCH', $1) RETURNING id`,
    [text],
  );
  const { id: versionId } = await one(
    `INSERT INTO course_version (id, course_id, number, state, blocks, assessments, pass_rule, minimum_attendance, prerequisites, approved_at)
     VALUES (gen_random_uuid(), $1, 1, 'approved', $2, '[]', '{"mustPass": [], "atLeast": 0}', 80, '[]', now()) RETURNING id`,
    [courseId, blocks],
  );
  let n = 0;
  const offering = async () => {
    const [id, number] = [randomUUID(), n++];
    await pool.query(
      `INSERT INTO offering (id, code, course_version_id, unit_id, open_to_unit_id, language, zone, seats_min, seats_max, starts_on, ends_on, state)
       VALUES ($1, $2, $3, $4, $4, 'ur', 'Asia/Karachi', 1, $5, current_date + 30, current_date + 34, 'published')`,
      [id, `BENCH-${number}`, versionId, runBy, SEATS],
    );
    await pool.query(
      `INSERT INTO session (id, offering_id, number, block_code, during)
       SELECT gen_random_uuid(), $1, s, 'A', tstzrange(d + s * interval '3 hours', d + s * interval '3 hours' + interval '2 hours')
       FROM generate_series(1, 3) AS s, (SELECT (current_date + 30)::timestamptz AS d) t`,
      [id],
    );
    const { rows } = await pool.query(
      `WITH people AS (
         INSERT INTO person (id, service_number, name_en, unit_id)
         SELECT gen_random_uuid(), 'BENCH-' || $2 || '-' || i, 'Trainee', $3 FROM generate_series(1, $4::int) AS i RETURNING id)
       INSERT INTO enrolment (id, offering_id, person_id, unit_id, priority, nominated_at, state)
       SELECT gen_random_uuid(), $1, id, $3, 5, now(), 'nominated' FROM people
       RETURNING id, person_id AS "personId", offering_id AS "offeringId"`,
      [id, String(number), unitId, SEATS],
    );
    return rows;
  };
  return async (lanes, offerings) => {
    const made = [];
    for (let i = 0; i < lanes; i++) {
      const lane = [];
      for (let o = 0; o < offerings; o++) lane.push(...(await offering()));
      made.push(lane);
    }
    await pool.query('ANALYZE enrolment, person, offering, session, booking');
    return made;
  };
}

async function seated(pool, claims) {
  const { rows } = await pool.query(
    `SELECT count(*)::int AS n FROM enrolment WHERE id = ANY($1::uuid[]) AND state = 'reserved' AND seat_number IS NOT NULL`,
    [claims.map(({ id }) => id)],
  );
  if (rows[0].n !== claims.length) throw new Error(`${rows[0].n} of ${claims.length} have a seat`);
}

const UUID_MEMBER = /"id":\s*"([0-9a-f-]{36})"/g;

/** The statements of the model for another nomination: its ids for those of the model, new ids for new rows. */
async function repeat(client, statements, model, claim) {
  const ids = [
    [model.id, claim.id],
    [model.personId, claim.personId],
    [model.offeringId, claim.offeringId],
  ];
  const known = new Set(ids.map(([, id]) => id));
  const own = (value) => {
    if (value === null) return null;
    const moved = ids.reduce((text, [from, to]) => text.replaceAll(from, to), value);
    return moved.replace(UUID_MEMBER, (member, id) => (known.has(id) ? member : member.replace(id, randomUUID())));
  };
  for (const { sql, params } of statements) await client.query(sql, params.map(own));
}

function send(agent, url, token, path, body) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    };
    const call = request(url + path, { method: 'POST', agent, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (piece) => (answer += piece));
      response.on('end', () =>
        response.statusCode < 300 && !answer.includes('"refusals"')
          ? resolve()
          : reject(new Error(`${path}: ${response.statusCode} ${answer.slice(0, 300)}`)),
      );
    });
    call.on('error', reject).end(text);
  });
}
