// What is on record when reads are measured: people, and for some of them training and certifications.
import { createHmac } from 'node:crypto';
import { copyRows, inBulk, orderedId, seedPeople } from './people-data.mjs';
import { built } from './servers.mjs';

const NAME = JSON.stringify({ en: 'Site guard', ur: 'سائٹ گارڈ', zh: '驻地警卫' });
/** Accounts of trainees, for what people read of themselves. */
const READERS = 100;
/** One in so many people is in training, in groups. */
const IN_TRAINING = 5;
const GROUP = 25;
const DAY = 86_400_000;

/** @returns what requests are made of */
export async function seedRecords({ pool, env }, count) {
  const personIds = await seedPeople(pool, count);
  const client = await pool.connect();
  try {
    const trainees = personIds.filter((_, i) => i % IN_TRAINING === 0);
    await seedTraining(client, trainees);
    const { rows } = await client.query(`SELECT to_regclass('certification_standing') IS NOT NULL AS there`);
    const codes = rows[0].there ? await seedCertifications(client, personIds) : [];
    return { personIds, codes, readers: await seedReaders(client, env, trainees) };
  } finally {
    client.release();
  }
}

/** Offerings that began a week ago: eight sessions, five of them marked, a written test taken. */
async function seedTraining(client, trainees) {
  const [{ id: unitId }] = (await client.query(`SELECT id FROM unit WHERE parent_id IS NULL`)).rows;
  const [{ id: siteId }] = (await client.query(`SELECT id FROM site LIMIT 1`)).rows;
  const [courseId, versionId] = [orderedId(0), orderedId(1)];
  const blocks = ['LAW', 'SEARCH', 'RADIO', 'AID'].map((code) => ({
    ...{ code, title: JSON.parse(NAME), kind: 'theory', minutes: 240 },
  }));
  const assessments = [
    { code: 'FINAL', title: JSON.parse(NAME), kind: 'written', maxScore: 100, passScore: 60, maxAttempts: 2 },
  ];
  const rule = { mustPass: ['FINAL'], atLeast: 1 };
  await client.query(`INSERT INTO course (id, code, title) VALUES ($1, 'BENCH-1', $2)`, [courseId, NAME]);
  await client.query(
    `INSERT INTO course_version (id, course_id, number, state, blocks, assessments, pass_rule, minimum_attendance, prerequisites, approved_at)
     VALUES ($1, $2, 1, 'approved', $3, $4, $5, 80, '[]', now())`,
    [versionId, courseId, JSON.stringify(blocks), JSON.stringify(assessments), JSON.stringify(rule)],
  );
  const groups = Math.ceil(trainees.length / GROUP);
  const first = new Date(Math.floor(Date.now() / DAY) * DAY - 5 * DAY + 4 * 3_600_000);
  const day = (n) => new Date(first.getTime() + n * DAY).toISOString();
  const offering = (g) => orderedId(g);
  const session = (g, s) => orderedId(g * 8 + s);
  const ids = Array.from({ length: groups }, (_, g) => ({
    offering: offering(g),
    venue: orderedId(g),
    sessions: Array.from({ length: 8 }, (_, s) => session(g, s)),
  }));
  const enrolments = trainees.map((personId, i) => ({
    id: orderedId(i),
    personId,
    group: ids[Math.floor(i / GROUP)],
    i,
  }));
  const during = (s) => `["${day(s)}","${new Date(first.getTime() + s * DAY + 2 * 3_600_000).toISOString()}")`;
  const all = ids.flatMap((group, g) => group.sessions.map((id, s) => ({ id, group, g, s })));
  const marked = enrolments.flatMap((e) => e.group.sessions.slice(0, 5).map((id, s) => ({ e, id, s })));
  const tables = ['offering', 'session', 'booking', 'enrolment', 'attendance_mark', 'assessment_result', 'venue'];
  await inBulk(client, tables, async () => {
    const copy = (target, rows) => copyRows(client, target, rows);
    await copy(
      'venue (id, code, name, kind, site_id, capacity)',
      ids.map(({ venue }, g) => [venue, `BENCH-${g}`, NAME, 'classroom', siteId, 30]),
    );
    await copy(
      'offering (id, code, course_version_id, unit_id, open_to_unit_id, language, zone, seats_min, seats_max, starts_on, ends_on, state)',
      ids.map(({ offering: id }, g) => [
        ...[id, `BENCH-${g}`, versionId, unitId, unitId, 'en', 'Asia/Karachi', 1, GROUP],
        ...[day(0).slice(0, 10), day(8).slice(0, 10), 'in_progress'],
      ]),
    );
    await copy(
      'session (id, offering_id, number, block_code, during, state)',
      all.map(({ id, group, s }) => [
        id,
        group.offering,
        s + 1,
        blocks[s >> 1].code,
        during(s),
        s < 5 ? 'held' : 'scheduled',
      ]),
    );
    await copy(
      'booking (id, session_id, kind, resource_id, exclusive, during)',
      all.map(({ id, group, g, s }) => [orderedId(g * 8 + s), id, 'venue', group.venue, 't', during(s)]),
    );
    await copy(
      'enrolment (id, offering_id, person_id, unit_id, priority, nominated_at, state, seat_number)',
      enrolments.map(({ id, personId, group, i }) => [
        ...[id, group.offering, personId, unitId, 5, day(-30), 'attending', (i % GROUP) + 1],
      ]),
    );
    await copy(
      'attendance_mark (id, session_id, enrolment_id, status, minutes, marked_at, recorded_at)',
      marked.map(({ e, id, s }, i) => [
        orderedId(i),
        id,
        e.id,
        (e.i + s) % 9 ? 'present' : 'absent',
        (e.i + s) % 9 ? 120 : 0,
        day(s),
        day(s),
      ]),
    );
    await copy(
      'assessment_result (id, enrolment_id, assessment_code, attempt, score, taken_on, examiner_id, recorded_at)',
      enrolments.map(({ id, i }) => [
        orderedId(i),
        id,
        'FINAL',
        1,
        40 + (i % 60),
        day(3).slice(0, 10),
        trainees[0],
        day(3),
      ]),
    );
  });
}

/** Every second person holds a certification, granted some day of the last three years, with its certificate. */
async function seedCertifications(client, personIds) {
  const { standingPeriods } = await built('libs/certification/src/domain/standing-period.js');
  const { newVerificationCode } = await built('libs/certification/src/documents/verification-code.js');
  const rules = {
    ...{ requirement: { op: 'evidence', key: 'fitness', kind: 'fitness' }, validity: { years: 2 } },
    ...{ renewalWindow: { months: 3 }, grace: { days: 30 }, anchor: { kind: 'completion' }, authorities: ['pk'] },
  };
  const [schemeId, versionId] = [orderedId(0), orderedId(1)];
  await client.query(`INSERT INTO scheme (id, code, title) VALUES ($1, 'BENCH-GUARD', $2)`, [schemeId, NAME]);
  await client.query(
    `INSERT INTO scheme_version (id, scheme_id, number, state, rules, effective_from, published_at)
     VALUES ($1, $2, 1, 'published', $3, '2020-01-01', now())`,
    [versionId, schemeId, JSON.stringify(rules)],
  );
  const now = Date.now();
  const held = personIds
    .filter((_, i) => i % 2 === 0)
    .map((personId, i) => {
      const recordedAt = new Date(now - ((i * 7919) % 1095) * DAY - 3_600_000);
      return {
        id: orderedId(i),
        eventId: orderedId(i),
        personId,
        recordedAt,
        on: recordedAt.toISOString().slice(0, 10),
        i,
      };
    });
  const codes = held.map(() => newVerificationCode());
  const tables = [
    'certification',
    'certification_event',
    'certification_signature',
    'certification_standing',
    'certificate',
  ];
  await inBulk(client, tables, async () => {
    const copy = (target, rows) => copyRows(client, target, rows);
    await copy(
      'certification (id, person_id, scheme_id)',
      held.map(({ id, personId }) => [id, personId, schemeId]),
    );
    await copy(
      'certification_event (id, certification_id, type, scheme_version_id, effective_on, recorded_at)',
      held.map(({ id, eventId, on, recordedAt }) => [eventId, id, 'granted', versionId, on, recordedAt.toISOString()]),
    );
    await copy(
      'certification_signature (event_id, party, signed_at)',
      held.map(({ eventId, recordedAt }) => [eventId, 'pk', recordedAt.toISOString()]),
    );
    function* periods() {
      for (const { id, eventId, on, recordedAt } of held) {
        const signatures = [{ party: 'pk', personId: null, signedAt: recordedAt }];
        const event = { id: eventId, type: 'granted', schemeVersionId: versionId, effectiveOn: on, completedOn: null };
        const history = [{ ...event, evidenceIds: [], recordedAt, signatures }];
        for (const p of standingPeriods(history, () => rules, new Date(now)))
          yield [
            id,
            p.from,
            p.until,
            p.kind,
            p.expiresOn,
            p.renewalOpensOn,
            p.graceEndsOn,
            p.barredUntil,
            p.pendingEventId,
          ];
      }
    }
    await copy(
      `certification_standing (certification_id, from_on, until_on, kind, expires_on, renewal_opens_on, grace_ends_on,
         barred_until, pending_event_id)`,
      periods(),
    );
    function* certificates() {
      for (const { id, eventId, on, recordedAt, i } of held) {
        const printed = {
          holder: { en: 'Zainab Mirza', ur: 'زینب مرزا' },
          scheme: JSON.parse(NAME),
          grantedOn: on,
          expiresOn: null,
        };
        yield [
          ...[orderedId(i), id, eventId, `JSSU-BENCH-${i}`, codes[i], JSON.stringify(printed)],
          ...['\\x25504446', 'e30.e30.e30', recordedAt.toISOString()],
        ];
      }
    }
    await copy(
      `certificate (id, certification_id, certification_event_id, number, verification_code, printed, pdf, credential_jwt,
         issued_at)`,
      certificates(),
    );
  });
  return codes;
}

/** Accounts of trainees with a session, and tokens as the product signs them. */
async function seedReaders(client, env, trainees) {
  const step = Math.max(1, Math.floor(trainees.length / READERS));
  const people = trainees.filter((_, i) => i % step === 0).slice(0, READERS);
  const secret = Buffer.from(env.JSSU_TOKEN_SECRET, 'base64url');
  const json = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = Math.floor(Date.now() / 1000);
  const tokens = [];
  for (const [i, personId] of people.entries()) {
    const [sub, sid] = [orderedId(i), orderedId(i)];
    await client.query(`INSERT INTO account (id, user_name, person_id, password_hash) VALUES ($1, $2, $3, 'none')`, [
      ...[sub, `bench.reader.${i}`, personId],
    ]);
    await client.query(`INSERT INTO role_grant (id, account_id, role) VALUES ($1, $2, 'trainee')`, [orderedId(i), sub]);
    await client.query(
      `INSERT INTO login_session (id, account_id, refresh_hash, expires_at) VALUES ($1, $2, decode(md5(gen_random_uuid()::text), 'hex'), now() + interval '1 day')`,
      [sid, sub],
    );
    const body = `${json({ alg: 'HS256', typ: 'JWT' })}.${json({ sub, sid, iat: seconds, exp: seconds + 86_400, iss: 'jssu' })}`;
    tokens.push(`${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`);
  }
  return tokens;
}
