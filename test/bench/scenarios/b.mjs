// (b) Certification jobs end to end, from ratification until the last certificate is stored with its credential, against
// the same certificates drawn by bare Typst and signed, one after the other, and thrown away.
import { randomUUID } from 'node:crypto';
import { inTurns, median, round } from '../lib/measure.mjs';
import { demo } from '../lib/people-data.mjs';
import { built, createProductDatabase, signIn, startApi, startWorker } from '../lib/servers.mjs';

export const title = 'certificates a second, ratified to stored / bare Typst and signing in a loop';
const ROUNDS = 4;
/** As many as the acceptance of the queue asks for: a training wing that ends a year. */
const PEOPLE = 500;
const TITLE = { en: 'Static Site Guard', ur: 'سٹیٹک سائٹ گارڈ', zh: '固定站点警卫' };

export async function run({ server, has, report, note }) {
  for (const [method, path] of [
    ['POST', '/api/v1/offerings/{id}/ratify'],
    ['GET', '/api/v1/certification-batches'],
  ])
    if (!has(method, path)) return note(`b: the product has no ${method} ${path}`);
  const database = await createProductDatabase(server, 'bench_certificates');
  const [api, worker] = await Promise.all([startApi(database.env), startWorker(database.env)]);
  const documents = await built('libs/certification/src/documents/index.js');
  const renderer = new documents.CertificateRenderer({ threads: Number(database.env.JSSU_RENDER_THREADS ?? 1) });
  try {
    const client = await signIn(api.url, 'administrator');
    const deliver = await prepare(client, database.pool);
    const sides = {
      product: async () => {
        const { offeringId, holders } = await deliver();
        const started = performance.now();
        await client('POST', `/api/v1/offerings/${offeringId}/ratify`, {});
        await issued(database.pool, offeringId);
        return holders.length / ((performance.now() - started) / 1000);
      },
      bare: async () => {
        const { holders } = await deliver();
        const started = performance.now();
        for (const holder of holders) await draw(documents, renderer, database.env, holder);
        return holders.length / ((performance.now() - started) / 1000);
      },
    };
    for (const side of Object.values(sides)) await side();
    const results = await inTurns(ROUNDS, sides);
    report({
      name: 'b: certificates',
      ratio: round(median(results.product) / median(results.bare)),
      target: 0.8,
      better: 'higher',
      productPerSecond: round(median(results.product), 1),
      barePerSecond: round(median(results.bare), 1),
      certificatesARound: PEOPLE,
      rounds: ROUNDS,
    });
  } finally {
    await renderer.close();
    await Promise.all([api.kill(), worker.kill()]);
    await database.drop();
  }
}

/** @returns a function that makes an offering which is taught, marked, countersigned and passed by everybody */
async function prepare(client, pool) {
  const content = {
    blocks: [{ code: 'A', title: TITLE, kind: 'theory', minutes: 120 }],
    ...{ assessments: [], passRule: { mustPass: [], atLeast: 0 }, minimumAttendance: 80, prerequisites: [] },
  };
  const course = await client('POST', '/api/v1/courses', { code: 'BENCH', title: TITLE, content });
  await client('POST', `/api/v1/courses/${course.id}/versions/${course.versionId}/approve`);
  const rules = {
    ...{
      requirement: { op: 'evidence', key: 'course', kind: 'course-result', subject: 'BENCH' },
      validity: { years: 2 },
    },
    ...{ renewalWindow: { months: 3 }, grace: { days: 30 }, anchor: { kind: 'completion' }, authorities: ['pk'] },
  };
  const scheme = await client('POST', '/api/v1/schemes', { code: 'BENCH-GUARD', title: TITLE, rules });
  const effectiveFrom = '2026-01-01';
  await client('POST', `/api/v1/schemes/${scheme.id}/versions/${scheme.versionId}/publish`, { effectiveFrom });
  const { rows: units } = await pool.query(`SELECT id FROM unit WHERE code = 'SPU-SINDH'`);
  const unitId = units[0].id;
  const { rows: signers } = await pool.query(
    `SELECT id FROM person WHERE service_number IN ('DEMO-00005', 'DEMO-00006')`,
  );
  const { people } = await demo();
  let n = 0;
  return async () => {
    const [offeringId, sessionId, series] = [randomUUID(), randomUUID(), n++];
    const holders = [...people(series * PEOPLE, PEOPLE)].map((person, i) => ({
      ...{ id: randomUUID(), enrolment: randomUUID(), number: `BENCH-${series}-${i}`, seat: i + 1, rank: person.rank },
      ...{ en: person.nameEn, ur: person.nameUr || null, zh: person.nameZh || null },
    }));
    await pool.query(
      `INSERT INTO offering (id, code, course_version_id, unit_id, open_to_unit_id, language, zone, seats_min, seats_max, starts_on, ends_on, state)
       VALUES ($1, $2, $3, $4, $4, 'en', 'Asia/Karachi', 1, $5, current_date - 1, current_date - 1, 'in_progress')`,
      [offeringId, `BENCH-${series}`, course.versionId, unitId, PEOPLE],
    );
    await pool.query(
      `INSERT INTO session (id, offering_id, number, block_code, during, state)
       VALUES ($1, $2, 1, 'A', tstzrange(now() - interval '5 hours', now() - interval '3 hours'), 'held')`,
      [sessionId, offeringId],
    );
    await pool.query(
      `INSERT INTO register (session_id, state, submitted_by, submitted_at, countersigned_by, countersigned_at)
       VALUES ($1, 'countersigned', $2, now(), $3, now())`,
      [sessionId, signers[0].id, signers[1].id],
    );
    const rows = `jsonb_to_recordset($1::jsonb) AS r(id uuid, enrolment uuid, number text, seat int, rank text, en text, ur text, zh text)`;
    await pool.query(
      `INSERT INTO person (id, service_number, name_en, name_ur, name_zh, rank, unit_id)
       SELECT r.id, r.number, r.en, r.ur, r.zh, r.rank, $2 FROM ${rows}`,
      [JSON.stringify(holders), unitId],
    );
    await pool.query(
      `INSERT INTO enrolment (id, offering_id, person_id, unit_id, priority, nominated_at, state, seat_number)
       SELECT r.enrolment, $2, r.id, $3, 5, now(), 'attending', r.seat FROM ${rows}`,
      [JSON.stringify(holders), offeringId, unitId],
    );
    await pool.query(
      `INSERT INTO attendance_mark (id, session_id, enrolment_id, status, minutes, marked_at, recorded_at)
       SELECT gen_random_uuid(), $2, r.enrolment, 'present', 120, now(), now() FROM ${rows}`,
      [JSON.stringify(holders), sessionId],
    );
    return { offeringId, holders };
  };
}

async function issued(pool, offeringId) {
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    const { rows } = await pool.query(
      `SELECT count(*) FILTER (WHERE t.state = 'issued')::int AS issued, count(*) FILTER (WHERE t.state NOT IN ('issued', 'queued'))::int AS others
       FROM certification_task t JOIN certification_batch b ON b.id = t.batch_id WHERE b.offering_id = $1`,
      [offeringId],
    );
    if (rows[0].issued === PEOPLE) return;
    if (rows[0].others > 0) throw new Error(`${rows[0].others} certificates were refused`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the certificates are not there after two minutes');
}

/** The certificate of a holder and its credential, as the product makes them, from facts at hand. */
async function draw(documents, renderer, env, { en, ur, zh, rank }) {
  const { createPrivateKey } = await import('node:crypto');
  draw.key ??= createPrivateKey(env.JSSU_CREDENTIAL_KEY);
  const urls = documents.publicUrls('http://localhost:3000');
  const facts = {
    ...{
      certificateId: randomUUID(),
      certificationId: randomUUID(),
      number: `JSSU-2026-${String((draw.drawn = (draw.drawn ?? 0) + 1)).padStart(6, '0')}`,
      rank,
    },
    verificationCode: documents.newVerificationCode(),
    holder: { en, ...(ur ? { ur } : {}), ...(zh ? { zh } : {}) },
    scheme: {
      ...{ code: 'BENCH-GUARD', title: TITLE },
      requirement: { op: 'evidence', key: 'course', kind: 'course-result', subject: 'BENCH' },
    },
    course: { title: TITLE, minutes: 120 },
    ...{
      grantedOn: '2026-11-24',
      expiresOn: '2028-11-23',
      zone: 'Asia/Karachi',
      authorities: [{ party: 'pk', signer: null }],
    },
  };
  const credential = documents.openBadgeCredential(documents.credentialContent(facts, urls));
  const signer = { key: draw.key, kid: urls.key(documents.keyThumbprint(draw.key)) };
  const jwt = await documents.signCredential(credential, signer);
  await renderer.render(documents.certificateContent(facts, urls), jwt);
}
