import { jest } from '@jest/globals';
import { eventually, startProduct, type Client, type Product } from '../harness/product.js';
import { EnrolmentFixtures } from './enrolment.fixtures.js';

// Many requests each, beside other suites.
jest.setTimeout(30_000);

const servers = [
  ['embedded PostgreSQL, queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15']
    ? [['older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;
const codesOf = (answer: { refusals?: { code: string }[] }) => answer.refusals?.map(({ code }) => code) ?? [];

describe.each(servers)('enrolment over HTTP on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let on: EnrolmentFixtures;
  let administrator: Client;
  let commander: Client;
  let sindh: Client;
  let trainer: Client;
  let trainee: Client;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    on = await EnrolmentFixtures.on(product);
    administrator = on.administrator;
    commander = await product.signIn('commander');
    trainee = await product.signIn('trainee');
    sindh = await on.account('commander', 'SPU-SINDH');
    trainer = await on.account('trainer', 'SSD-SOUTH');
  }, 120_000);
  afterAll(() => product?.stop());

  it('goes from nomination to a confirmed seat, each step audited', async () => {
    const offeringId = await on.offering({ seats: 2, minimum: 2 });
    const people = await on.people(3);
    const { body: me } = await trainee('GET', '/api/v1/me');
    const ids = await on.nominate(commander, offeringId, [me.personId, ...people.slice(0, 2)]);
    const listed = await commander('GET', `/api/v1/nominations?offeringId=${offeringId}`);
    expect(listed.body.items.map((n: { id: string }) => n.id)).toEqual(ids);
    const first = await commander('POST', `/api/v1/enrolments/${ids[0]}/endorse`);
    expect(first.body).toEqual({ id: ids[0], state: 'reserved', seatNumber: 1, waitingReason: null });
    expect(await on.endorse(commander, ids.slice(1))).toMatchObject([
      { id: ids[1], state: 'reserved', seatNumber: 2 },
      { id: ids[2], state: 'waitlisted', seatNumber: null, waitingReason: 'full' },
    ]);
    expect(await on.seats(offeringId)).toMatchObject({
      capacity: 2,
      held: 2,
      free: 0,
      open: 0,
      waitingCount: 1,
      waiting: [{ rank: 1, enrolmentId: ids[2], reason: 'full' }],
    });
    const own = await trainee('GET', '/api/v1/enrolments');
    expect(own.body.items).toMatchObject([{ id: ids[0], state: 'reserved', seatNumber: 1, offeringId }]);

    const confirm = () => trainer('POST', `/api/v1/offerings/${offeringId}/confirm`);
    const early = await confirm();
    expect([early.status, early.body.code]).toEqual([409, 'enrolment.nominations-not-closed']);
    await product.sql(`UPDATE offering SET state = 'nominations_closed' WHERE id = $1`, [offeringId]);
    expect((await confirm()).body).toEqual({ confirmedSeats: 2 });
    const answer = await commander('GET', `/api/v1/enrolments/${ids[0]}`);
    expect([answer.body.state, answer.headers.get('etag')]).toEqual(['confirmed', '"3"']);
    const [offering] = await product.sql(`SELECT state FROM offering WHERE id = $1`, [offeringId]);
    expect(offering.state).toBe('confirmed');
    const trail = (await administrator('GET', `/api/v1/audit?personId=${me.personId}`)).body.items;
    expect(trail.slice(0, 3).map((entry: { action: string }) => entry.action)).toEqual([
      'enrolment.enrolment-confirmed',
      'enrolment.nomination-endorsed',
      'enrolment.person-nominated',
    ]);
  });

  it('lays out all that awaits a commander, the offering that closes first before the others, and nothing else', async () => {
    const own = await on.account('commander', 'SPU-SINDH');
    const [later, sooner, begun] = [
      await on.offering({ nominationsCloseIn: 9 }),
      await on.offering({ nominationsCloseIn: 2 }),
      await on.offering({ nominationsCloseIn: 1 }),
    ];
    const [low, high, rejected, endorsed, missed] = await on.people(5, 'SPU-SINDH');
    const [first] = await on.nominate(own, later, [low], 5);
    const [second] = await on.nominate(own, later, [high], 1);
    const [third, fourth, fifth] = await on.nominate(own, sooner, [low, rejected, endorsed]);
    await on.nominate(commander, sooner, await on.people(1));
    await on.nominate(own, begun, [missed]);
    await product.sql(`UPDATE offering SET state = 'in_progress' WHERE id = $1`, [begun]);
    await own('POST', `/api/v1/enrolments/${fourth}/reject`, { body: { reason: 'Needed on duty' } });
    await on.endorse(own, [fifth]);
    const read = async (query: string) => (await own('GET', `/api/v1/nominations/awaiting?${query}`)).body;
    const { items, nextCursor } = await read('limit=200');
    expect(nextCursor).toBeNull();
    const told = items.map(({ id, offeringId, awaiting }: Record<string, unknown>) => [id, offeringId, awaiting]);
    expect(told).toEqual([
      [third, sooner, 1],
      [second, later, 2],
      [first, later, 2],
    ]);
    expect(items[0]).toMatchObject({ nominationsCloseOn: on.day(2), startsOn: on.day(30), state: 'nominated' });
    const walked: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await read(`limit=1${cursor && `&cursor=${cursor}`}`);
      walked.push(...page.items.map(({ id, awaiting }: { id: string; awaiting: number }) => `${id} ${awaiting}`));
      cursor = page.nextCursor;
    }
    expect(walked).toEqual([`${third} 1`, `${second} 2`, `${first} 2`]);
    expect((await trainer('GET', '/api/v1/nominations/awaiting')).status).toBe(403);
  });

  it('answers each nominated person by himself, with every reason in the reader’s language', async () => {
    const advanced = await on.course('GUARD-201', [{ kind: 'course', code: 'GUARD-101' }]);
    const [busy, stranger, fit] = [
      (await on.people(1))[0],
      (await on.people(1, 'SPU-SINDH'))[0],
      (await on.people(1))[0],
    ];
    const elsewhere = await on.offering({ sessions: [[8, 12]] });
    await on.endorse(commander, await on.nominate(commander, elsewhere, [busy]));
    const offeringId = await on.offering({ courseVersionId: advanced, sessions: [[11, 13]] });
    const today = on.day();
    await administrator('POST', '/api/v1/evidence', {
      body: { personId: fit, kind: 'waiver', subject: 'course', achievedOn: today, reason: 'not what is asked for' },
    });
    const nominate = (people: string[], headers = {}) =>
      commander('POST', '/api/v1/nominations', {
        body: { offeringId, people: people.map((personId) => ({ personId, priority: 1 })) },
        headers,
      });
    const { status, body } = await nominate([busy, stranger, fit], { 'accept-language': 'ur' });
    expect(status).toBe(200);
    const [first, second, third] = body.results;
    expect(codesOf(first)).toEqual(['enrolment.prerequisite-missing', 'enrolment.overlapping-session']);
    expect(first.refusals[0]).toMatchObject({
      title: 'کوئی لازمی شرط پوری نہیں',
      missing: [{ key: 'course:GUARD-101', reason: 'absent' }],
    });
    expect(first.refusals[1].clashes).toMatchObject([{ with: { offeringId: elsewhere } }]);
    expect(codesOf(second)).toEqual(['platform.not-found']);
    expect(codesOf(third)).toEqual(['enrolment.prerequisite-missing']);

    const late = await on.offering({ nominationsCloseIn: -1, openTo: 'SPU-SINDH' });
    const [person] = await on.people(1);
    await product.sql(`UPDATE person SET status = 'left' WHERE id = $1`, [person]);
    const refused = await administrator('POST', '/api/v1/nominations', {
      body: { offeringId: late, people: [{ personId: person, priority: 9 }] },
    });
    expect(codesOf(refused.body.results[0])).toEqual([
      'enrolment.closed',
      'enrolment.person-left',
      'enrolment.unit-not-open',
    ]);
    const draft = await on.offering({ state: 'planned' });
    const unseen = await commander('POST', '/api/v1/nominations', {
      body: { offeringId: draft, people: [{ personId: fit, priority: 1 }] },
    });
    expect([unseen.status, unseen.body.code]).toEqual([404, 'platform.not-found']);
    const twice = await nominate([fit, fit]);
    expect([twice.status, twice.body.code]).toEqual([400, 'platform.invalid-input']);
  });

  it('nominates once, however often and by whomever it is asked', async () => {
    const offeringId = await on.offering();
    const [personId] = await on.people(1);
    const options = { body: { offeringId, people: [{ personId, priority: 1 }] } };
    const headers = { 'idempotency-key': `nominate-${personId}` };
    const same = await Promise.all(
      [1, 2, 3].map(() => commander('POST', '/api/v1/nominations', { ...options, headers })),
    );
    expect(new Set(same.map(({ body }) => body.results[0].id)).size).toBe(1);
    const others = await Promise.all([1, 2, 3].map(() => administrator('POST', '/api/v1/nominations', options)));
    expect(others.flatMap(({ body }) => codesOf(body.results[0]))).toEqual(Array(3).fill('enrolment.already-enrolled'));
  });

  it('shows and lets change only what is in reach', async () => {
    const offeringId = await on.offering({ openTo: 'JSSU', seats: 1 });
    const [baloch] = await on.nominate(commander, offeringId, await on.people(1));
    const [kp] = await on.nominate(administrator, offeringId, await on.people(1, 'SSU-KP'));
    await on.endorse(commander, [baloch]);
    await on.endorse(administrator, [kp]);
    const seen = async (client: Client) =>
      (await client('GET', `/api/v1/enrolments?offeringId=${offeringId}`)).body.items.map((e: { id: string }) => e.id);
    expect(await seen(commander)).toEqual([baloch]);
    expect(await seen(sindh)).toEqual([]);
    // The trainer runs the offering, though SSU-KP is not in his units.
    expect(await seen(trainer)).toEqual([baloch, kp]);
    expect(await on.seats(offeringId, commander)).toMatchObject({ waitingCount: 1, waiting: [] });
    expect(await on.seats(offeringId, trainer)).toMatchObject({ waiting: [{ enrolmentId: kp }] });
    const reason = 'needed on duty';
    for (const [path, body] of [
      ['endorse', undefined],
      ['reject', { reason }],
      ['cancel', { reason }],
      ['substitute', { personId: (await on.people(1, 'SPU-SINDH'))[0] }],
    ] as const) {
      const refused = await sindh('POST', `/api/v1/enrolments/${baloch}/${path}`, { body });
      expect([path, refused.status, refused.body.code]).toEqual([path, 404, 'platform.not-found']);
    }
    const many = await sindh('POST', '/api/v1/nominations/endorse', { body: { ids: [baloch] } });
    expect(codesOf(many.body.results[0])).toEqual(['platform.not-found']);
    // Who commands the unit that runs the offering does not command those who attend it.
    const south = await on.account('commander', 'SSD-SOUTH');
    expect((await south('POST', `/api/v1/enrolments/${kp}/cancel`, { body: { reason } })).status).toBe(404);
    expect((await trainer('POST', `/api/v1/enrolments/${kp}/cancel`, { body: { reason } })).status).toBe(204);
  });

  it('is endorsed or rejected by somebody else, who is a person', async () => {
    const offeringId = await on.offering();
    const { body: me } = await commander('GET', '/api/v1/me');
    const [self, other] = await on.nominate(commander, offeringId, [me.personId, ...(await on.people(1))]);
    const own = await commander('POST', `/api/v1/enrolments/${self}/endorse`);
    expect([own.status, own.body.code]).toEqual([403, 'enrolment.self-endorsement']);
    const rejection = await commander('POST', `/api/v1/enrolments/${self}/reject`, { body: { reason: 'not now' } });
    expect(rejection.body.code).toBe('enrolment.self-endorsement');
    const nobody = await on.account('commander', 'SPU-BALOCHISTAN', false);
    const anonymous = await nobody('POST', `/api/v1/enrolments/${other}/endorse`);
    expect([anonymous.status, anonymous.body.code]).toEqual([403, 'enrolment.actor-without-person']);
    const reason = { body: { reason: 'needed at the port' } };
    expect((await commander('POST', `/api/v1/enrolments/${other}/reject`, reason)).status).toBe(204);
    expect(await on.enrolment(other)).toMatchObject({ state: 'rejected', stateReason: 'needed at the port' });
    const again = await commander('POST', `/api/v1/enrolments/${other}/endorse`);
    expect([again.status, again.body.code, again.body.allowed]).toEqual([409, 'enrolment.wrong-state', []]);
  });

  it('gives a seat that frees to the best of those who wait', async () => {
    const offeringId = await on.offering({ seats: 1 });
    const people = await on.people(4);
    const [holder] = await on.nominate(commander, offeringId, people.slice(0, 1), 9);
    await on.endorse(commander, [holder]);
    const [low, lower] = await on.nominate(commander, offeringId, people.slice(1, 3), 5);
    const [high] = await on.nominate(commander, offeringId, people.slice(3), 2);
    await on.endorse(commander, [lower, low, high]);
    const ranks = async () =>
      Promise.all([high, low, lower].map(async (id) => (await on.enrolment(id)).waitlistRank as number | null));
    expect(await ranks()).toEqual([1, 2, 3]);
    const reason = { body: { reason: 'posted away' } };
    expect((await commander('POST', `/api/v1/enrolments/${holder}/cancel`, reason)).status).toBe(204);
    expect(await on.enrolment(high)).toMatchObject({ state: 'reserved', seatNumber: 1, waitingReason: null });
    expect(await ranks()).toEqual([null, 1, 2]);
    const audit = await administrator('GET', `/api/v1/audit?personId=${people[3]}`);
    expect(audit.body.items[0]).toMatchObject({ action: 'enrolment.seat-given', after: { seatNumber: 1 } });
    const again = await commander('POST', `/api/v1/enrolments/${holder}/cancel`, reason);
    expect([again.status, again.body.code]).toEqual([409, 'enrolment.wrong-state']);
  });

  it('ends every enrolment of an offering that is called off, with its reason', async () => {
    const offeringId = await on.offering({ seats: 1 });
    const people = await on.people(3);
    const ids = await on.nominate(commander, offeringId, people);
    await on.endorse(commander, ids.slice(0, 2));
    const reason = 'the road is closed';
    const step = await administrator('POST', `/api/v1/offerings/${offeringId}/steps`, {
      body: { step: 'cancel', reason },
    });
    expect(step.status).toBe(200);
    for (const id of ids) {
      const ended = await eventually(
        () => on.enrolment(id),
        ({ state }) => state === 'cancelled',
      );
      expect(ended).toMatchObject({ stateReason: reason, seatNumber: null, waitlistRank: null });
    }
    const audit = await administrator('GET', `/api/v1/audit?personId=${people[0]}`);
    expect(audit.body.items[0]).toMatchObject({
      ...{ action: 'enrolment.enrolment-cancelled', before: { state: 'reserved' }, reason },
      after: { state: 'cancelled', offering: 'cancelled' },
    });
  });

  it('passes by one who is booked elsewhere, and seats him once he is free', async () => {
    const [busy, next] = await on.people(2);
    const first = await on.offering({ sessions: [[8, 10]] });
    const second = await on.offering({ sessions: [[9, 11]], seats: 1 });
    const [there] = await on.nominate(commander, first, [busy]);
    const [here] = await on.nominate(commander, second, [busy], 1);
    const [after] = await on.nominate(commander, second, [next], 2);
    await on.endorse(commander, [there]);
    expect(await on.endorse(commander, [here, after])).toMatchObject([
      { state: 'waitlisted', waitingReason: 'clash' },
      { state: 'reserved', seatNumber: 1 },
    ]);
    expect(await on.enrolment(here)).toMatchObject({ waitlistRank: 1, waitingReason: 'clash' });
    const reason = { body: { reason: 'he is to go to the other course' } };
    await commander('POST', `/api/v1/enrolments/${after}/cancel`, reason);
    expect(await on.enrolment(here)).toMatchObject({ state: 'waitlisted', waitingReason: 'clash' });
    await commander('POST', `/api/v1/enrolments/${there}/cancel`, reason);
    const seated = await eventually(
      () => on.enrolment(here),
      ({ state }) => state === 'reserved',
    );
    expect(seated.seatNumber).toBe(1);
    const [{ n }] = await product.sql(`SELECT count(*)::int AS n FROM booking WHERE resource_id = $1`, [busy]);
    expect(n).toBe(1);
  });
});
