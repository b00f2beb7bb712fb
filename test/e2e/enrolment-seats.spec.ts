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

describe.each(servers)('seats over HTTP on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let on: EnrolmentFixtures;
  let commander: Client;
  let trainer: Client;
  let sindh: Client;
  let trainee: Client;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    on = await EnrolmentFixtures.on(product);
    commander = await product.signIn('commander');
    trainer = await on.account('trainer', 'SSD-SOUTH');
    sindh = await on.account('commander', 'SPU-SINDH');
    trainee = await product.signIn('trainee');
  }, 120_000);
  afterAll(() => product?.stop());

  const substitute = (id: string, personId: string, client = commander) =>
    client('POST', `/api/v1/enrolments/${id}/substitute`, { body: { personId, reason: 'on sick leave' } });
  const leave = (id: string, body: object) => trainer('POST', `/api/v1/enrolments/${id}/incomplete`, { body });
  const walkOn = (offeringId: string, personId: string, client = trainer) =>
    client('POST', `/api/v1/offerings/${offeringId}/walk-ons`, { body: { personId } });
  const setState = (offeringId: string, state: string) =>
    product.sql(`UPDATE offering SET state = $2 WHERE id = $1`, [offeringId, state]);
  const attend = (id: string) => product.sql(`UPDATE enrolment SET state = 'attending' WHERE id = $1`, [id]);

  it('pass to a substitute of the same unit without touching the waiting list', async () => {
    const offeringId = await on.offering({ seats: 1, sessions: [[8, 10]] });
    const people = await on.people(5);
    const [holder, waits, last] = await on.nominate(commander, offeringId, people.slice(0, 3));
    await on.endorse(commander, [holder, waits, last]);
    const [stranger] = await on.people(1, 'SPU-SINDH');
    expect((await substitute(holder, stranger)).status).toBe(404);
    const other = await substitute(holder, stranger, on.administrator);
    expect([other.status, other.body.code]).toEqual([409, 'enrolment.substitute-of-other-unit']);
    const enrolled = await substitute(holder, people[1]);
    expect([enrolled.status, enrolled.body.code]).toEqual([409, 'enrolment.already-enrolled']);
    const { status, body } = await substitute(holder, people[3]);
    expect([status, body]).toEqual([200, { id: body.id, state: 'reserved', seatNumber: 1 }]);
    expect(await on.enrolment(body.id)).toMatchObject({ substituteFor: holder, seatNumber: 1, state: 'reserved' });
    expect(await on.enrolment(holder)).toMatchObject({
      state: 'substituted',
      seatNumber: null,
      stateReason: 'on sick leave',
    });
    expect((await on.seats(offeringId)).waiting).toMatchObject([
      { rank: 1, enrolmentId: waits },
      { rank: 2, enrolmentId: last },
    ]);
    const booked = await product.sql(
      `SELECT b.resource_id AS id FROM booking b JOIN session s ON s.id = b.session_id WHERE s.offering_id = $1`,
      [offeringId],
    );
    expect(booked).toEqual([{ id: people[3] }]);
    // Where there is no seat to pass on, the substitute waits by his own merit: behind those nominated before him.
    const placed = await substitute(waits, people[4]);
    expect(placed.body).toMatchObject({ state: 'waitlisted', seatNumber: null });
    expect((await on.seats(offeringId)).waiting).toMatchObject([
      { rank: 1, enrolmentId: last },
      { rank: 2, enrolmentId: placed.body.id },
    ]);
  });

  it('are confirmed once nominations are closed and the minimum is reached', async () => {
    const offeringId = await on.offering({ seats: 3, minimum: 2 });
    const [first, second] = await on.nominate(commander, offeringId, await on.people(2));
    await on.endorse(commander, [first]);
    const confirm = (client: Client) => client('POST', `/api/v1/offerings/${offeringId}/confirm`);
    const both = await confirm(trainer);
    expect([both.body.code, both.body.alsoRefused]).toMatchObject([
      'enrolment.nominations-not-closed',
      [{ code: 'enrolment.below-minimum', params: { held: 1, seatsMin: 2 } }],
    ]);
    expect((await confirm(commander)).status).toBe(403);
    await setState(offeringId, 'nominations_closed');
    expect((await confirm(trainer)).body.code).toBe('enrolment.below-minimum');
    await on.endorse(commander, [second]);
    expect((await confirm(trainer)).body).toEqual({ confirmedSeats: 2 });
    expect((await confirm(trainer)).body.code).toBe('enrolment.nominations-not-closed');
    // Endorsed after the confirmation, a person gets a confirmed seat.
    await setState(offeringId, 'published');
    const [late] = await on.nominate(commander, offeringId, await on.people(1));
    await setState(offeringId, 'confirmed');
    expect(await on.endorse(commander, [late])).toMatchObject([{ state: 'confirmed', seatNumber: 3 }]);
  });

  it('are left for each of the reasons, and are then free for a walk-on, not for the waiting list', async () => {
    const offeringId = await on.offering({ seats: 8, startsIn: 0, sessions: [[8, 10]] });
    const elsewhere = await on.offering();
    const people = await on.people(11);
    const ids = await on.nominate(commander, offeringId, people.slice(0, 9));
    await on.endorse(commander, ids);
    await setState(offeringId, 'nominations_closed');
    await trainer('POST', `/api/v1/offerings/${offeringId}/confirm`);
    const [absent, present, ...others] = ids.slice(0, 8);
    for (const id of [present, ...others]) await attend(id);

    const early = await leave(absent, { reason: 'medical' });
    expect([early.status, early.body.code]).toEqual([409, 'enrolment.not-attending']);
    expect((await leave(present, { reason: 'no_show' })).body.code).toBe('enrolment.no-show-has-attended');
    expect((await leave(present, { reason: 'transferred' })).body.code).toBe('enrolment.transfer-target');
    expect((await leave(present, { reason: 'dropped', transferredTo: elsewhere })).body.code).toBe(
      'enrolment.transfer-target',
    );
    expect((await leave(present, { reason: 'bored' })).status).toBe(400);
    const full = await walkOn(offeringId, people[9]);
    expect([full.status, full.body.code, full.body.params]).toEqual([409, 'enrolment.full', { capacity: 8 }]);

    expect((await leave(absent, { reason: 'no_show', note: 'did not report' })).status).toBe(204);
    const reasons = ['withdrawn', 'returned_to_unit', 'dropped', 'medical', 'disciplinary', 'transferred'];
    for (const [index, reason] of reasons.entries()) {
      const transferredTo = reason === 'transferred' ? elsewhere : undefined;
      expect([reason, (await leave(others[index], { reason, transferredTo })).status]).toEqual([reason, 204]);
      expect(await on.enrolment(others[index])).toMatchObject({
        state: 'incomplete',
        incompleteReason: reason,
        transferredTo: transferredTo ?? null,
        seatNumber: null,
      });
    }
    expect(await on.seats(offeringId)).toMatchObject({ held: 1, free: 7, waitingCount: 1 });

    const admitted = await walkOn(offeringId, people[9]);
    expect([admitted.status, admitted.body]).toEqual([201, { id: admitted.body.id, seatNumber: 1 }]);
    expect(await on.enrolment(admitted.body.id)).toMatchObject({ state: 'attending', walkOn: true });
    // One who waits and is there walks on too.
    expect((await walkOn(offeringId, people[8])).body).toMatchObject({ seatNumber: 3 });
    expect(await on.enrolment(ids[8])).toMatchObject({ state: 'cancelled', stateReason: 'walked on' });
    expect((await walkOn(offeringId, people[9])).body.code).toBe('enrolment.already-enrolled');
    const { body: me } = await trainer('GET', '/api/v1/me');
    expect((await walkOn(offeringId, me.personId)).body.code).toBe('enrolment.self-endorsement');
    const [stranger] = await on.people(1, 'SSU-KP');
    expect((await walkOn(offeringId, stranger)).body.code).toBe('enrolment.unit-not-open');
    const tomorrow = await on.offering({ state: 'confirmed', startsIn: 1 });
    expect((await walkOn(tomorrow, people[10])).body.code).toBe('enrolment.closed');
    const [early2] = await on.nominate(commander, elsewhere, [people[10]]);
    await on.endorse(commander, [early2]);
    expect((await leave(early2, { reason: 'no_show' })).body.code).toBe('enrolment.not-begun');
  });

  it('of 30, claimed by 300 at once, are 30: numbered, and the rest wait by merit', async () => {
    const [seats, claims] = [30, 300];
    const offeringId = await on.offering({
      seats,
      sessions: [
        [8, 10],
        [10, 12],
        [14, 16],
      ],
    });
    const people = await on.people(claims);
    const priorityOf = (index: number) => 1 + ((index * 7) % 9);
    const ids: string[] = [];
    for (let from = 0; from < claims; from += 100) {
      const batch = people.slice(from, from + 100).map((personId, i) => ({ personId, priority: priorityOf(from + i) }));
      const { body } = await commander('POST', '/api/v1/nominations', { body: { offeringId, people: batch } });
      ids.push(...body.results.map((r: { id: string }) => r.id));
    }
    expect(new Set(ids).size).toBe(claims);

    const started = performance.now();
    const answers = await Promise.all(ids.map((id) => commander('POST', `/api/v1/enrolments/${id}/endorse`)));
    const seconds = (performance.now() - started) / 1000;
    console.info(`${claims} endorsements at once: ${seconds.toFixed(2)} s, ${(claims / seconds).toFixed(0)} a second`);

    expect(answers.map(({ status }) => status)).toEqual(Array(claims).fill(200));
    const seated = answers.filter(({ body }) => body.state === 'reserved');
    expect(seated.map(({ body }) => body.seatNumber).sort((a, b) => a - b)).toEqual(
      Array.from({ length: seats }, (_, i) => i + 1),
    );
    const state = await on.seats(offeringId);
    expect(state).toMatchObject({ capacity: seats, held: seats, free: 0, open: 0, waitingCount: claims - seats });
    expect(state.waiting.map((w: { rank: number }) => w.rank)).toEqual(
      Array.from({ length: claims - seats }, (_, i) => i + 1),
    );
    const held = new Set(seated.map(({ body }) => body.id));
    const merit = ids
      .map((id, index) => ({ id, priority: priorityOf(index), index }))
      .filter(({ id }) => !held.has(id))
      .sort((a, b) => a.priority - b.priority || a.index - b.index);
    expect(state.waiting.map((w: { enrolmentId: string }) => w.enrolmentId)).toEqual(merit.map(({ id }) => id));
    const [{ booked }] = await product.sql(
      `SELECT count(*)::int AS booked FROM booking b JOIN session s ON s.id = b.session_id WHERE s.offering_id = $1`,
      [offeringId],
    );
    expect(booked).toBe(seats * 3);

    // Ten give their seats back at once: the ten best of those who wait have them.
    const leavers = [...held].slice(0, 10);
    const cancelled = await Promise.all(
      leavers.map((id) => commander('POST', `/api/v1/enrolments/${id}/cancel`, { body: { reason: 'posted away' } })),
    );
    expect(new Set(cancelled.map(({ status }) => status))).toEqual(new Set([204]));
    const roster = await product.sql<{ id: string; seat: number }>(
      `SELECT id, seat_number AS seat FROM enrolment WHERE offering_id = $1 AND seat_number IS NOT NULL ORDER BY seat_number`,
      [offeringId],
    );
    expect(roster.map(({ seat }) => seat)).toEqual(Array.from({ length: seats }, (_, i) => i + 1));
    const promoted = roster.map(({ id }) => id).filter((id) => !held.has(id));
    expect(promoted.sort()).toEqual(
      merit
        .slice(0, 10)
        .map(({ id }) => id)
        .sort(),
    );
  }, 60_000);

  it('go to one of two offerings at the same hour when both reach for the same people', async () => {
    const people = await on.people(12);
    const offerings = [
      await on.offering({ seats: 12, sessions: [[8, 10]] }),
      await on.offering({ seats: 12, sessions: [[9, 11]] }),
    ];
    const ids = [
      ...(await on.nominate(commander, offerings[0], people)),
      ...(await on.nominate(commander, offerings[1], people)),
    ];
    const answers = await Promise.all(ids.map((id) => commander('POST', `/api/v1/enrolments/${id}/endorse`)));
    expect(answers.map(({ status }) => status)).toEqual(Array(24).fill(200));
    for (const index of people.keys()) {
      const pair = [answers[index].body, answers[index + people.length].body];
      expect(pair.map(({ state }) => state).sort()).toEqual(['reserved', 'waitlisted']);
      expect(pair.find(({ state }) => state === 'waitlisted').waitingReason).toBe('clash');
    }
  });

  it('withholds seats by quota and gives them to those who wait on the day of release', async () => {
    const offeringId = await on.offering({ seats: 3 });
    const path = `/api/v1/offerings/${offeringId}/quotas`;
    const quota = (code: string, seats: number, releaseIn: number) => ({
      unitId: on.unit(code),
      seats,
      releaseOn: on.day(releaseIn),
    });
    const put = async (...quotas: object[]) => {
      const { body } = await trainer('GET', path);
      return trainer('PUT', path, { body: { quotas }, headers: { 'if-match': `"${body.version}"` } });
    };
    const wrong = await put(quota('SSU-KP', 1, 1), quota('SPU-SINDH', 3, 31));
    expect([wrong.status, wrong.body.code]).toEqual([422, 'enrolment.bad-quotas']);
    expect(wrong.body.problems).toEqual([
      { code: 'unit-not-open', unitId: on.unit('SSU-KP') },
      { code: 'release-after-start', unitId: on.unit('SPU-SINDH') },
      { code: 'more-than-capacity', unitId: null },
    ]);
    const set = await put(quota('SPU-SINDH', 2, 10));
    expect(set.body.quotas).toMatchObject([{ unitCode: 'SPU-SINDH', seats: 2, used: 0, withheld: true }]);
    const ours = await on.nominate(commander, offeringId, await on.people(3));
    const theirs = await on.nominate(sindh, offeringId, await on.people(1, 'SPU-SINDH'));
    expect(await on.endorse(commander, ours)).toMatchObject([
      { state: 'reserved', seatNumber: 1 },
      { waitingReason: 'full' },
      { waitingReason: 'full' },
    ]);
    expect(await on.endorse(sindh, theirs)).toMatchObject([{ state: 'reserved', seatNumber: 2 }]);
    expect(await on.seats(offeringId)).toMatchObject({ held: 2, free: 1, open: 0, quotas: [{ used: 1 }] });
    await product.sql(`UPDATE quota SET release_on = $2 WHERE offering_id = $1`, [offeringId, on.day()]);
    const released = await eventually(
      () => on.seats(offeringId),
      ({ held }) => held === 3,
    );
    expect(released).toMatchObject({ quotas: [{ withheld: false }], waitingCount: 1, waiting: [{ rank: 1 }] });
    expect((await on.enrolment(ours[1])).seatNumber).toBe(3);
    const [entry] = (await on.administrator('GET', `/api/v1/audit?entityId=${ours[1]}`)).body.items;
    expect(entry).toMatchObject({ action: 'enrolment.seat-given', actorName: 'system' });
  });

  it('gives what a shortened quota sets free at once', async () => {
    const offeringId = await on.offering({ seats: 2 });
    const path = `/api/v1/offerings/${offeringId}/quotas`;
    const quotas = [{ unitId: on.unit('SPU-SINDH'), seats: 2, releaseOn: on.day(20) }];
    const put = (version: number, body: object) =>
      on.administrator('PUT', path, { body, headers: { 'if-match': `"${version}"` } });
    const { version } = (await on.administrator('GET', path)).body;
    expect((await put(version, { quotas })).body.version).toBe(version + 1);
    // Somebody who has not seen that list does not replace it.
    const late = await put(version, { quotas: [] });
    expect([late.status, late.body.code, late.body.currentVersion]).toEqual([
      ...[412, 'platform.version-conflict', version + 1],
    ]);
    const [id] = await on.nominate(commander, offeringId, await on.people(1));
    expect(await on.endorse(commander, [id])).toMatchObject([{ state: 'waitlisted', waitingReason: 'full' }]);
    await put(version + 1, { quotas: [{ ...quotas[0], seats: 1 }] });
    expect(await on.enrolment(id)).toMatchObject({ state: 'reserved', seatNumber: 1 });
    // Who gets how many seats is for those who run the offering, and for those whom it concerns.
    const seen = [trainer, sindh, commander, trainee].map(async (reader) => [
      ...(await reader('GET', path)).body.quotas.map(({ seats }: { seats: number }) => seats),
      ...(await on.seats(offeringId, reader)).quotas.map(({ seats }: { seats: number }) => seats),
    ]);
    expect(await Promise.all(seen)).toEqual([[1, 1], [1, 1], [], []]);
  });
});
