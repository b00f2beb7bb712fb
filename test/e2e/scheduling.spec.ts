import { jest } from '@jest/globals';
import { at, codes, MONDAY, Planning } from '../harness/planning.js';
import { startProduct, type Client, type Product } from '../harness/product.js';
import { runUseCase } from '../harness/use-case.js';

jest.setTimeout(60_000);

const servers = [
  ['embedded PostgreSQL, queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15']
    ? [['older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;
const LANGUAGES = ['en', 'ur', 'zh'];

describe.each(servers)('offerings over HTTP on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let planning: Planning;
  let trainer: Client;
  let administrator: Client;
  let commander: Client;
  let trainee: Client;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    planning = await Planning.prepare(product);
    ({ trainer, administrator } = planning);
    [commander, trainee] = await Promise.all(['commander', 'trainee'].map((name) => product.signIn(name)));
  }, 120_000);
  afterAll(() => product?.stop());

  it('makes a draft of an approved version, in the zone of the unit and open to it, and refuses what does not fit', async () => {
    const offering = await planning.one(await planning.offering());
    expect(offering).toMatchObject({
      state: 'draft',
      zone: 'Asia/Karachi',
      courseCode: 'PLAN-101',
      unitCode: 'SPU-BALOCHISTAN',
      openToUnitCode: 'SPU-BALOCHISTAN',
      steps: ['plan', 'cancel'],
    });
    const refusal = async (more: object, language = 'en') => {
      const body = planning.offeringBody(more);
      return trainer('POST', '/api/v1/offerings', { body, headers: { 'accept-language': language } });
    };
    const course = `/api/v1/courses/${planning.courseId}/versions/${planning.courseVersionId}`;
    const { body: draft } = await administrator('POST', `/api/v1/courses/${planning.courseId}/versions`, {
      body: { content: (await administrator('GET', course)).body.content },
    });
    expect((await refusal({ courseVersionId: draft.id })).body).toMatchObject({
      code: 'scheduling.course-not-approved',
      detail: 'Version 2 of PLAN-101 is draft.',
    });
    expect((await refusal({ code: offering.code })).body.code).toBe('scheduling.code-taken');
    expect((await refusal({ unitId: planning.id('SSU-KP') })).status).toBe(404);
    expect((await refusal({ openToUnitId: planning.id('SSU-KP') })).status).toBe(404);
    const above = await planning.offering({ openToUnitId: planning.id('JSSU') });
    expect((await planning.one(above)).openToUnitCode).toBe('JSSU');
    const wrong = await refusal({ seatsMin: 30, endsOn: '2031-03-02' }, 'zh');
    expect([wrong.status, wrong.body.title, codes(wrong)]).toEqual([
      422,
      '班次的日期或名额不一致',
      ['ends-before-start', 'seats-min-above-max'],
    ]);
  });

  it('pages offerings by their first day, and filters them', async () => {
    for (const startsOn of ['2032-01-05', '2032-01-03', '2032-01-04'])
      await planning.offering({ startsOn, endsOn: '2032-01-09' });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await trainer(
        'GET',
        `/api/v1/offerings?from=2032-01-01&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...body.items.map((row: { startsOn: string }) => row.startsOn));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(['2032-01-03', '2032-01-04', '2032-01-05']);
    const filtered = `from=2032-01-01&to=2032-01-04&state=draft&courseId=${planning.courseId}&unitId=${planning.id('SPU-BALOCHISTAN')}`;
    expect((await trainer('GET', `/api/v1/offerings?${filtered}`)).body.items).toHaveLength(2);
    expect((await trainer('GET', `/api/v1/offerings?from=2032-01-01&state=published`)).body.items).toEqual([]);
  });

  it('publishes only what can be carried out, and tells every problem with its remedy in three languages', async () => {
    const id = await planning.offering();
    await planning.session(id, { start: at('09:00'), end: at('10:00'), instructors: [planning.lead('DEMO-00013')] });
    await planning.session(id, {
      blockCode: 'SEARCH',
      start: at('11:00'),
      end: at('13:00'),
      instructors: [planning.lead('DEMO-00007')],
      venueId: planning.id('YARD-SMALL'),
      equipment: [{ equipmentId: planning.id('RADIOS'), quantity: 5 }],
    });
    expect((await planning.step(id, 'publish')).body).toMatchObject({
      code: 'scheduling.wrong-state',
      allowed: ['plan', 'cancel'],
    });
    expect((await planning.step(id, 'plan')).body).toEqual({ state: 'planned', version: 2 });
    const refused = await planning.step(id, 'publish');
    expect([refused.status, refused.body.code, codes(refused)]).toEqual([
      409,
      'scheduling.not-feasible',
      [
        'block-short',
        'instructor-not-authorised',
        'role-missing',
        'ratio-exceeded',
        'venue-too-small',
        'equipment-missing',
      ],
    ]);
    const [short, notAuthorised] = refused.body.problems;
    expect(short).toMatchObject({ block: 'LAW', session: null, params: { planned: 60, needed: 120 } });
    expect(notAuthorised.session.number).toBe(1);
    expect(notAuthorised.message).toEqual({
      en: `Session 1 (LAW): Kamran Bugti is not authorised as lead instructor on ${MONDAY}.`,
      ur: `نشست 1 (LAW): ${MONDAY} کو کامران بگٹی بطور مرکزی انسٹرکٹر مجاز نہیں۔`,
      zh: `第 1 课时（LAW）：Kamran Bugti 在 ${MONDAY} 未获授权担任主讲教员。`,
    });
    for (const { remedy } of refused.body.problems) expect(LANGUAGES.every((l) => remedy[l].length > 3)).toBe(true);
    expect((await planning.one(id)).feasibility).toEqual(refused.body.problems);

    for (const { id: sessionId } of (await planning.one(id)).sessions)
      await trainer('POST', `/api/v1/sessions/${sessionId}/cancel`, { body: { reason: 'to be planned anew' } });
    expect([(await planning.law(id, 0)).status, (await planning.search(id, 0)).status]).toEqual([201, 201]);
    expect((await trainer('GET', `/api/v1/offerings/${id}/feasibility`)).body).toEqual({
      feasible: true,
      problems: [],
    });
    expect([
      (await commander('GET', `/api/v1/offerings/${id}`)).status,
      (await trainee('GET', `/api/v1/offerings/${id}`)).status,
    ]).toEqual([200, 404]);
    expect((await planning.step(id, 'publish')).body.state).toBe('published');
    const seen = await planning.one(id, trainee);
    expect([seen.state, seen.feasibility, seen.sessions.length]).toEqual(['published', null, 4]);
    expect(seen.sessions[3]).toMatchObject({
      number: 4,
      start: at('14:00'),
      venue: { code: 'YARD-1' },
      equipment: [{ code: 'RADIOS', quantity: 6 }],
      trainees: 0,
    });
    expect(seen.sessions[3].instructors.map((i: { name: object; role: string }) => [i.name, i.role])).toContainEqual([
      { en: 'Kamran Bugti', ur: 'کامران بگٹی', zh: 'Kamran Bugti' },
      'safety',
    ]);

    // People rely on it now: what would not hold is refused, and nothing of it is kept.
    const unauthorised = await planning.law(id, 1, { instructors: [planning.lead('DEMO-00013')] });
    expect([unauthorised.status, codes(unauthorised)]).toEqual([409, ['instructor-not-authorised']]);
    const larger = await planning.change(`/offerings/${id}`, seen.version, { seatsMax: 25 });
    expect([larger.body.code, codes(larger)]).toEqual([
      'scheduling.not-feasible',
      ['ratio-exceeded', 'venue-too-small'],
    ]);
    expect((await planning.one(id)).sessions).toHaveLength(4);
    await trainer('POST', `/api/v1/sessions/${seen.sessions[2].id}/cancel`, { body: { reason: 'instructor ill' } });
    expect((await planning.one(id)).feasibility.map((p: { rule: string }) => p.rule)).toEqual(['block-short']);
    const smaller = await planning.change(`/offerings/${id}`, seen.version, { seatsMax: 18 });
    expect(smaller.status).toBe(200);
    const { body: closed } = await planning.step(id, 'close-nominations');
    expect([closed.state, (await planning.step(id, 'reopen')).body.state]).toEqual(['nominations_closed', 'published']);
    const entries = (await administrator('GET', `/api/v1/audit?entityId=${id}`)).body.items;
    expect(entries.map((entry: { action: string }) => entry.action.split('-')[1])).toEqual([
      'moved',
      'moved',
      'changed',
      'moved',
      'moved',
      'created',
    ]);
    expect((await planning.step(id, 'cancel')).body.code).toBe('scheduling.reason-required');
    expect((await planning.step(id, 'cancel', 'too few nominations')).body.state).toBe('cancelled');
    expect(await planning.bookings(id)).toBe(0);
    expect((await planning.one(id)).sessions.map((s: { state: string }) => s.state)).toEqual(
      Array(4).fill('cancelled'),
    );
    expect((await planning.law(id, 2)).body.code).toBe('scheduling.frozen');
  });

  it('keeps seats that are held', async () => {
    const id = await planning.offering();
    await product.sql(
      `INSERT INTO enrolment (id, offering_id, person_id, unit_id, priority, nominated_at, state, seat_number)
       VALUES (gen_random_uuid(), $1, $2, $3, 1, now(), 'reserved', 7)`,
      [id, planning.id('DEMO-00001'), planning.id('SPU-BALOCHISTAN')],
    );
    const refused = await planning.change(`/offerings/${id}`, 1, { seatsMax: 6 });
    expect([refused.body.code, refused.body.params]).toEqual(['scheduling.seats-held', { held: 7, seats: 6 }]);
    expect((await planning.change(`/offerings/${id}`, 1, { seatsMax: 7, nominationsCloseOn: MONDAY })).status).toBe(
      200,
    );
    expect((await planning.change(`/offerings/${id}`, 2, { nominationsCloseOn: null })).status).toBe(200);
    expect(await planning.one(id)).toMatchObject({ seatsMax: 7, nominationsCloseOn: null, version: 3 });
  });

  it('gives back bookings when postponed, and books the same again with a new time', async () => {
    const dates = { startsOn: '2031-04-07', endsOn: '2031-04-11' };
    const id = await planning.offering(dates);
    const shifted = (day: number, hour: string) => `2031-04-${String(7 + day).padStart(2, '0')}T${hour}:00+05:00`;
    const plan = { venueId: planning.id('HALL-1'), instructors: [planning.lead('DEMO-00007')] };
    for (const [day, from, to] of [
      [0, '09:00', '10:00'],
      [1, '09:00', '10:00'],
    ] as const)
      expect((await planning.session(id, { start: shifted(day, from), end: shifted(day, to), ...plan })).status).toBe(
        201,
      );
    await product.sql(`INSERT INTO offering_trainee VALUES ($1, $2)`, [id, planning.id('DEMO-00001')]);
    await planning.step(id, 'plan');
    expect((await planning.step(id, 'postpone', 'flood warning')).body.state).toBe('postponed');
    expect(await planning.bookings(id)).toBe(0);
    const waiting = await planning.one(id);
    expect(waiting).toMatchObject({ stateReason: 'flood warning', steps: ['plan', 'cancel'] });
    expect(waiting.sessions.map((s: { booked: boolean }) => s.booked)).toEqual([false, false]);
    expect(waiting.feasibility.map((p: { rule: string }) => p.rule).slice(0, 3)).toEqual([
      'block-short',
      'session-not-booked',
      'session-not-booked',
    ]);
    // Its old time is free for others, and its sessions do not stand in the way of new dates.
    const other = await planning.offering(dates);
    expect(
      (await planning.session(other, { start: shifted(0, '09:00'), end: shifted(0, '10:00'), ...plan })).status,
    ).toBe(201);
    expect(
      (await planning.change(`/offerings/${id}`, waiting.version, { startsOn: '2031-04-08', endsOn: '2031-04-18' }))
        .status,
    ).toBe(200);
    const [first] = waiting.sessions;
    expect((await planning.change(`/sessions/${first.id}`, first.version, { start: shifted(2, '09:00') })).status).toBe(
      200,
    );
    const moved = await planning.one(id);
    expect(moved.sessions[0]).toMatchObject({
      booked: true,
      start: shifted(2, '09:00'),
      end: shifted(2, '10:00'),
      venue: { code: 'HALL-1' },
      trainees: 1,
    });
    expect(moved.sessions[0].instructors).toMatchObject([{ personId: planning.id('DEMO-00007'), role: 'lead' }]);
    expect((await planning.step(id, 'plan')).body.state).toBe('planned');
  });

  it('starts what is confirmed, and delivers once every session is held or cancelled', async () => {
    const id = await planning.offering({ startsOn: '2031-05-05', endsOn: '2031-05-09' });
    const time = (hour: string) => `2031-05-06T${hour}:00+05:00`;
    const { body: a } = await planning.session(id, { start: time('09:00'), end: time('10:00') });
    const { body: b } = await planning.session(id, { start: time('11:00'), end: time('12:00') });
    expect((await planning.step(id, 'start')).body.code).toBe('scheduling.wrong-state');
    await product.sql(`UPDATE offering SET state = 'nominations_closed' WHERE id = $1`, [id]);
    const tooEarly = `
      await app.get(platform.UnitOfWork).run(async () => {
        const offering = await app.get(lib.OfferingStore).lock(platform.EVERYTHING, '${id}');
        await app.get(lib.MoveOffering).execute(offering, 'confirmed');
      });
      return app.get(lib.HoldSession).execute(platform.EVERYTHING, '${a.id}');`;
    expect(await runUseCase(product, 'scheduling', tooEarly)).toMatchObject({
      refused: 'scheduling.not-in-progress',
      state: 'confirmed',
    });
    expect((await planning.step(id, 'start')).body.state).toBe('in_progress');
    expect((await planning.change(`/offerings/${id}`, 3, { seatsMax: 21 })).body.code).toBe('scheduling.frozen');
    const twice = `for (let i = 0; i < 2; i++) await app.get(lib.HoldSession).execute(platform.EVERYTHING, '${a.id}');`;
    expect(await runUseCase(product, 'scheduling', twice)).toBeNull();
    const entries = (await administrator('GET', `/api/v1/audit?entityId=${a.id}`)).body.items;
    expect(entries.map((entry: { action: string }) => entry.action)).toEqual([
      'scheduling.session-held',
      'scheduling.session-added',
    ]);
    const open = await planning.step(id, 'deliver');
    expect([open.body.code, open.body.sessions]).toEqual([
      'scheduling.sessions-open',
      [{ id: b.id, number: 2, blockCode: 'LAW' }],
    ]);
    await trainer('POST', `/api/v1/sessions/${b.id}/cancel`, { body: { reason: 'covered in session 1' } });
    expect((await planning.step(id, 'deliver')).body).toMatchObject({ state: 'delivered' });
    expect((await planning.one(id)).steps).toEqual([]);
  });

  it('aborts with a reason: what was held stays, the rest is called off', async () => {
    const id = await planning.offering({ startsOn: '2031-05-12', endsOn: '2031-05-16' });
    const time = (hour: string) => `2031-05-13T${hour}:00+05:00`;
    const hall = { venueId: planning.id('HALL-1') };
    const { body: a } = await planning.session(id, { start: time('09:00'), end: time('10:00'), ...hall });
    await planning.session(id, { start: time('11:00'), end: time('12:00'), ...hall });
    await product.sql(`UPDATE offering SET state = 'in_progress' WHERE id = $1`, [id]);
    await product.sql(`UPDATE session SET state = 'held' WHERE id = $1`, [a.id]);
    expect((await planning.step(id, 'abort', 'site closed')).body.state).toBe('aborted');
    expect((await planning.one(id)).sessions.map((s: { state: string }) => s.state)).toEqual(['held', 'cancelled']);
    expect(await planning.bookings(id)).toBe(1);
  });
});
