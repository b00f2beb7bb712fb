import { jest } from '@jest/globals';
import pg from 'pg';
import { at, Planning } from '../harness/planning.js';
import { eventually, startProduct, type Answer, type Product } from '../harness/product.js';

jest.setTimeout(60_000);

const servers = [
  ['embedded PostgreSQL, queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15']
    ? [['older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;
/** `HH:MM`, so many minutes after 09:00. */
const after9 = (minutes: number) =>
  `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

describe.each(servers)('no double booking on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let planning: Planning;
  let offerings: string[];

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    planning = await Planning.prepare(product);
    offerings = await Promise.all(Array.from({ length: 20 }, () => planning.offering()));
  }, 120_000);
  afterAll(() => product?.stop());

  async function expectNoOverlap(): Promise<void> {
    const overlapping = await product.sql(
      `SELECT a.id FROM booking a JOIN booking b ON a.resource_id = b.resource_id AND a.id <> b.id AND a.during && b.during
       WHERE a.exclusive AND b.exclusive`,
    );
    expect(overlapping).toEqual([]);
  }
  const statuses = (answers: readonly Answer[]) => [...new Set(answers.map(({ status }) => status))].sort();

  it('lets exactly one of 200 simultaneous conflicting orders win, and tells each loser by whom and when else', async () => {
    const [venueId, instructor] = [planning.id('HALL-1'), planning.lead('DEMO-00004')];
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        planning.session(offerings[i % offerings.length], {
          start: at(after9((i % 8) * 15)),
          end: at(after9((i % 8) * 15 + 120)),
          venueId,
          instructors: [instructor],
        }),
      ),
    );
    expect(statuses(answers)).toEqual([201, 409]);
    const winners = answers.filter(({ status }) => status === 201);
    expect(winners).toHaveLength(1);
    const { body: won } = await planning.trainer('GET', `/api/v1/sessions/${winners[0].body.id}`);
    const taken = { booked: { start: won.start, end: won.end } };
    const winner = { offeringCode: won.offeringCode, sessionNumber: won.number, blockCode: 'LAW' };
    for (const [i, { status, body }] of answers.entries()) {
      if (status === 201) continue;
      expect(body.code).toBe('scheduling.clash');
      // Within the winner's own offering it is the offering that has a session then.
      const kinds = offerings[i % offerings.length] === won.offeringId ? ['offering'] : ['instructor', 'venue'];
      expect(body.clashes.map(({ kind }: { kind: string }) => kind).sort()).toEqual(kinds);
      for (const clash of body.clashes) expect(clash).toMatchObject({ ...taken, with: winner });
      expect(body.detail).toContain(won.offeringCode);
      const [from, to] = [Date.parse(body.nearestFree.start), Date.parse(body.nearestFree.end)];
      expect(to - from).toBe(120 * 60_000);
      expect(from >= Date.parse(won.end) || to <= Date.parse(won.start)).toBe(true);
    }
    await expectNoOverlap();
    // What was proposed can be had.
    const loser = answers.findIndex(({ body }) => body.clashes?.length === 2);
    const second = await planning.session(offerings[loser % offerings.length], {
      ...answers[loser].body.nearestFree,
      venueId,
      instructors: [instructor],
    });
    expect(second.status).toBe(201);
  });

  it('answers 60 simultaneous orders of two things, asked for in either order, without a deadlock', async () => {
    const buses = ['BUS-1', 'BUS-2'].map((code) => ({ equipmentId: planning.id(code), quantity: 1 }));
    const people = ['DEMO-00007', 'DEMO-00010'].map((number) => planning.lead(number));
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        planning.session(offerings[i % offerings.length], {
          start: at(after9((i * 5) % 300), 1),
          end: at(after9(((i * 5) % 300) + 40), 1),
          equipment: i % 2 ? buses : [...buses].reverse(),
          instructors: i % 2 ? people : [...people].reverse(),
        }),
      ),
    );
    expect(statuses(answers)).toEqual([201, 409]);
    for (const { status, body } of answers) {
      if (status === 409) expect([body.code, body.clashes.length > 0]).toEqual(['scheduling.clash', true]);
    }
    const booked = answers.filter(({ status }) => status === 201);
    const [{ n }] = await product.sql<{ n: number }>(`SELECT count(*)::int AS n FROM booking WHERE resource_id = $1`, [
      buses[0].equipmentId,
    ]);
    expect(n).toBe(booked.length);
    await expectNoOverlap();
  });

  it.each([
    ['commits', 409],
    ['rolls back', 201],
  ])('waits for a booking that came past the locks, and when it %s answers %i', async (end, status) => {
    const day = end === 'commits' ? 2 : 3;
    const [mine, theirs] = offerings;
    const other = await planning.session(theirs, { start: at('07:00', day), end: at('08:00', day) });
    const client = new pg.Client({ connectionString: product.databaseUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO booking (id, session_id, kind, resource_id, exclusive, during)
           VALUES (gen_random_uuid(), $1, 'venue', $2, true, tstzrange($3, $4))`,
        [other.body.id, planning.id('HALL-2'), at('13:00', day), at('15:00', day)],
      );
      const hall = { venueId: planning.id('HALL-2') };
      const waiting = planning.session(mine, { start: at('14:00', day), end: at('16:00', day), ...hall });
      await eventually(
        () =>
          product.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                         AND query LIKE 'INSERT INTO booking%'`),
        (blocked) => blocked.length === 1,
      );
      await client.query(end === 'commits' ? 'COMMIT' : 'ROLLBACK');
      const answer = await waiting;
      expect(answer.status).toBe(status);
      if (status === 201) return;
      expect(answer.body).toMatchObject({
        code: 'scheduling.clash',
        clashes: [{ kind: 'venue', code: 'HALL-2', booked: { start: at('13:00', day), end: at('15:00', day) } }],
        nearestFree: { start: at('15:00', day), end: at('17:00', day) },
      });
      const [{ n }] = await product.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM session WHERE offering_id = $1 AND during && tstzrange($2, $3)`,
        [mine, at('14:00', day), at('16:00', day)],
      );
      expect(n).toBe(0);
    } finally {
      await client.end();
    }
  });

  it('keeps what it promises against SQL written by hand', async () => {
    const [session] = await product.sql<{ id: string; during: string }>(
      `SELECT s.id, s.during::text FROM session s JOIN booking b ON b.session_id = s.id WHERE b.resource_id = $1 LIMIT 1`,
      [planning.id('HALL-1')],
    );
    const again = product.sql(
      `INSERT INTO booking (id, session_id, kind, resource_id, exclusive, during)
       SELECT gen_random_uuid(), s.id, 'venue', $1, true, $2::tstzrange
       FROM session s WHERE s.id NOT IN (SELECT session_id FROM booking) LIMIT 1`,
      [planning.id('HALL-1'), session.during],
    );
    await expect(again).rejects.toThrow('booking_no_overlap');
    const overlapping = product.sql(
      `INSERT INTO session (id, offering_id, number, block_code, during)
       SELECT gen_random_uuid(), offering_id, 999, block_code, during FROM session WHERE id = $1`,
      [session.id],
    );
    await expect(overlapping).rejects.toThrow('session_no_overlap');
  });
});
