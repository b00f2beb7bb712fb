import { jest } from '@jest/globals';
import { at, codes, FRIDAY, MONDAY, Planning } from '../harness/planning.js';
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

interface Booked {
  readonly resourceId: string;
}

describe.each(servers)('sessions and their bookings over HTTP on %s', (_name, adminUrl, redisUrl) => {
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

  it('tells every fault of a session at once and books nothing', async () => {
    const id = await planning.offering();
    const nobody = '00000000-0000-7000-8000-000000000000';
    const refused = await planning.session(
      id,
      {
        blockCode: 'NONE',
        start: at('09:00'),
        end: '2031-03-09T09:00:00+05:00',
        instructors: [
          { personId: planning.id('DEMO-00003'), role: 'lead' },
          planning.lead('DEMO-00007'),
          planning.lead('DEMO-00007'),
        ],
        venueId: nobody,
        equipment: [
          { equipmentId: nobody, quantity: 1 },
          { equipmentId: planning.id('RADIOS'), quantity: 11 },
        ],
      },
      trainer,
      'ur',
    );
    expect([refused.status, refused.body.code, refused.body.title]).toEqual([
      422,
      'scheduling.bad-session',
      'نشست درست نہیں',
    ]);
    expect(codes(refused)).toEqual([
      'unknown-block',
      'too-long',
      'outside-dates',
      'repeated',
      // Of a unit that the trainer does not reach, and not authorised for the course.
      'unknown-instructor',
      'unknown-venue',
      'unknown-equipment',
      'more-than-there-is',
    ]);
    const badForm = await planning.session(id, { start: '2031-03-03 09:00', end: '2031-03-03T11:00:00' });
    expect(badForm.body.fields.map((f: { field: string }) => f.field)).toEqual(['start', 'end']);
    expect(await planning.bookings(id)).toBe(0);
  });

  it('explains a clash: what, with whom, when, and the nearest time at which all is free', async () => {
    const [first, second] = [await planning.offering(), await planning.offering()];
    const hall = { venueId: planning.id('HALL-1'), instructors: [planning.lead('DEMO-00004')] };
    expect((await planning.law(first, 1, hall)).status).toBe(201);
    const { code } = await planning.one(first);
    const wanted = { start: at('10:00', 1), end: at('12:00', 1), ...hall };
    const details = [
      `Instructor Naveed Akhtar is booked 2031-03-04 09:00–11:00 for ${code}, session 1 (LAW).`,
      `انسٹرکٹر نوید اختر: 2031-03-04 09:00–11:00 کو ${code} کی نشست 1 (LAW) کے لیے بُک ہے۔`,
      `教员 Naveed Akhtar：2031-03-04 09:00–11:00 已用于班次 ${code} 第 1 课时（LAW）。`,
    ];
    for (const [i, language] of LANGUAGES.entries()) {
      const { status, body } = await planning.session(second, wanted, trainer, language);
      expect([status, body.code]).toEqual([409, 'scheduling.clash']);
      expect(body.detail).toContain(details[i]);
      expect(body.remedy).toContain('2031-03-04 11:00–13:00');
      expect(body.clashes.map((clash: { kind: string }) => clash.kind).sort()).toEqual(['instructor', 'venue']);
      expect(body.wanted).toEqual({ start: at('10:00', 1), end: at('12:00', 1) });
      expect(body.nearestFree).toEqual({ start: at('11:00', 1), end: at('13:00', 1) });
    }
    // Back to back is legal, and what was proposed can be had.
    expect((await planning.session(second, { ...hall, start: at('11:00', 1), end: at('13:00', 1) })).status).toBe(201);
    // The nearest is before now: 07:00 to 09:00.
    const before = await planning.session(second, { ...hall, start: at('08:00', 1), end: at('10:00', 1) });
    expect(before.body.nearestFree).toEqual({ start: at('07:00', 1), end: at('09:00', 1) });
    const own = await planning.session(second, { start: at('12:00', 1), end: at('13:00', 1) });
    expect(own.body.clashes).toMatchObject([{ kind: 'offering', with: { sessionNumber: 1 } }]);
  });

  it('says of offerings beyond the reader’s units only that they take the time', async () => {
    const theirs = await planning.offering({ unitId: planning.id('SSU-KP') }, administrator);
    const hall = { start: at('09:00', 2), end: at('11:00', 2), venueId: planning.id('HALL-2') };
    expect((await planning.session(theirs, hall, administrator)).status).toBe(201);
    const { body } = await planning.session(await planning.offering(), hall);
    expect(body.clashes).toMatchObject([{ kind: 'venue', code: 'HALL-2', with: null }]);
    const { code } = await planning.one(theirs, administrator);
    expect(JSON.stringify(body)).not.toContain(code);
    const busy = `/api/v1/bookings?resourceId=${planning.id('HALL-2')}&from=${MONDAY}&to=${FRIDAY}`;
    expect((await trainer('GET', busy)).body.items).toMatchObject([{ start: hall.start, end: hall.end, for: null }]);
    expect((await administrator('GET', busy)).body.items).toMatchObject([{ for: { offeringCode: code } }]);
    // Of several at once, each booking says whose it is; one that may not be asked for spoils the question.
    const several = busy.replace('&from', `,${planning.id('DEMO-00007')}&from`);
    const { items } = (await trainer('GET', several)).body;
    const taken = (code: string) => items.filter(({ resourceId }: Booked) => resourceId === planning.id(code)).length;
    expect([taken('HALL-2'), taken('HALL-2') + taken('DEMO-00007')]).toEqual([1, items.length]);
    expect((await trainer('GET', busy.replace('&from', `,${planning.id('DEMO-00003')}&from`))).status).toBe(404);
    expect((await trainer('GET', busy.replace('&from', ',none&from'))).status).toBe(400);
    expect(
      (
        await trainer(
          'GET',
          `${busy.split('?')[0]}?resourceId=${planning.id('DEMO-00003')}&from=${MONDAY}&to=${FRIDAY}`,
        )
      ).status,
    ).toBe(404);
    expect((await trainer('GET', `${busy}&to=${MONDAY}&from=${FRIDAY}`)).status).toBe(400);
    for (const path of [`/offerings/${theirs}`, `/offerings/${theirs}/feasibility`])
      expect((await trainer('GET', `/api/v1${path}`)).status).toBe(404);
  });

  it('shares a pool up to its quantity at any instant, and says with numbers what is short', async () => {
    const radios = (quantity: number) => ({ equipment: [{ equipmentId: planning.id('RADIOS'), quantity }] });
    const [a, b, c] = [await planning.offering(), await planning.offering(), await planning.offering()];
    expect((await planning.session(a, { start: at('09:00', 3), end: at('11:00', 3), ...radios(6) })).status).toBe(201);
    expect((await planning.session(b, { start: at('11:00', 3), end: at('13:00', 3), ...radios(7) })).status).toBe(201);
    // Four are left before eleven, three after.
    const wanted = { start: at('10:00', 3), end: at('12:00', 3), ...radios(4) };
    const short = await planning.session(c, wanted, trainer, 'zh');
    expect([short.status, short.body.code]).toEqual([409, 'scheduling.equipment-short']);
    expect(short.body.detail).toBe('设备 设备RADIOS (RADIOS)：需要 4，共 10，可用 3。');
    expect(short.body.shortages).toMatchObject([{ code: 'RADIOS', wanted: 4, free: 3, quantity: 10 }]);
    expect(short.body.nearestFree).toEqual({ start: at('09:00', 3), end: at('11:00', 3) });
    expect((await planning.session(c, { ...wanted, ...radios(3) })).status).toBe(201);
    const full = await planning.session(await planning.offering(), wanted);
    expect(full.body.shortages).toMatchObject([{ wanted: 4, free: 0 }]);
    expect(full.body.nearestFree).toEqual({ start: at('08:00', 3), end: at('10:00', 3) });
    const racing = await Promise.all(
      Array.from({ length: 6 }, async () =>
        planning.session(await planning.offering(), { start: at('16:00', 3), end: at('17:00', 3), ...radios(3) }),
      ),
    );
    expect(racing.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409]);
  });

  it('books every trainee of the offering with each session, and names the one who is elsewhere', async () => {
    const [mine, theirs] = [await planning.offering(), await planning.offering()];
    const hour = { start: at('09:00', 4), end: at('10:00', 4) };
    const { body: own } = await planning.session(mine, hour);
    const teacher = planning.id('DEMO-00010');
    const { body: other } = await planning.session(theirs, {
      start: at('09:30', 4),
      end: at('11:00', 4),
      instructors: [{ personId: teacher, role: 'assistant' }],
    });
    const people = ['DEMO-00001', 'DEMO-00002'].map((number) => planning.id(number));
    const found = await runUseCase<object[]>(
      product,
      'scheduling',
      `const [mine, theirs, people, teacher] = ${JSON.stringify([mine, theirs, people, teacher])};
       const trainees = app.get(lib.TraineeBookings);
       return app.get(platform.UnitOfWork).run(async () => {
         const before = await trainees.clashes(mine, people);
         await trainees.book(mine, people);
         await trainees.book(mine, people);
         await trainees.release(mine, people.slice(1));
         await trainees.book(mine, people);
         return [before, await trainees.clashes(mine, people), await trainees.clashes(theirs, [...people, teacher])];
       });`,
    );
    // Attending it already is no clash; being elsewhere is, and so is teaching in it.
    const clash = (personId: string, sessionId: string) => ({ personId, sessionId: other.id, with: { sessionId } });
    expect(found.slice(0, 2)).toEqual([[], []]);
    expect(found[2]).toHaveLength(3);
    expect(found[2]).toEqual(
      expect.arrayContaining(
        [...people.map((person) => clash(person, own.id)), clash(teacher, other.id)].map((one) =>
          expect.objectContaining({ ...one, with: expect.objectContaining(one.with) }),
        ),
      ),
    );
    expect(await planning.bookings(mine)).toBe(2);
    expect((await planning.session(mine, { start: at('13:00', 4), end: at('14:00', 4) })).status).toBe(201);
    expect(await planning.bookings(mine)).toBe(4);
    await product.sql(`INSERT INTO offering_trainee VALUES ($1, $2)`, [theirs, people[0]]);
    const refused = await planning.session(theirs, { start: at('13:30', 4), end: at('15:00', 4) });
    expect(refused.body.clashes).toMatchObject([
      {
        kind: 'trainee',
        name: { en: 'Zainab Mirza' },
        with: { offeringCode: (await planning.one(mine)).code, sessionNumber: 2 },
      },
    ]);
    const teaching = await planning.session(mine, {
      start: at('16:00', 4),
      end: at('17:00', 4),
      instructors: [planning.lead('DEMO-00001')],
    });
    expect(codes(teaching)).toEqual(['instructor-is-trainee']);
    expect((await trainee('GET', `/api/v1/me/sessions?from=${MONDAY}&to=${FRIDAY}`)).body.items).toMatchObject([
      { ...hour, offeringId: mine, as: 'trainee', trainees: 2 },
      { start: at('13:00', 4), offeringId: mine },
    ]);
    // As a filter, a trainee is found by those who reach him.
    const find = `/api/v1/sessions?from=${MONDAY}&to=${FRIDAY}&personId=${people[1]}`;
    expect((await trainer('GET', find)).body.items).toHaveLength(2);
    expect((await commander('GET', find)).body.items).toHaveLength(0);
  });

  it('moves a session with its bookings, one edit at a time, and gives back what is cancelled', async () => {
    const id = await planning.offering({ startsOn: '2031-03-10', endsOn: '2031-03-14' });
    const time = (hour: string) => `2031-03-11T${hour}:00+05:00`;
    const hall = { venueId: planning.id('HALL-1'), instructors: [planning.lead('DEMO-00004')] };
    const { body: made } = await planning.session(id, { start: time('09:00'), end: time('11:00'), ...hall });
    const path = `/sessions/${made.id}`;
    const edits = await Promise.all(['10:00', '13:00'].map((hour) => planning.change(path, 1, { start: time(hour) })));
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await trainer('PATCH', `/api/v1${path}`, { body: {} })).status).toBe(428);
    expect(
      (await planning.change(path, 2, { start: time('15:00'), instructors: [planning.lead('DEMO-00007')] })).body,
    ).toEqual({
      version: 3,
    });
    const { body: session, headers } = await trainer('GET', `/api/v1${path}`);
    expect(headers.get('etag')).toBe('"3"');
    expect(session).toMatchObject({ start: time('15:00'), end: time('17:00'), venue: { code: 'HALL-1' } });
    expect(session.instructors).toMatchObject([{ personId: planning.id('DEMO-00007') }]);
    const week = 'from=2031-03-10&to=2031-03-14';
    const calendar = async (filter: string) =>
      (await trainer('GET', `/api/v1/sessions?${week}&${filter}`)).body.items.map((s: { id: string }) => s.id);
    for (const filter of [
      `offeringId=${id}`,
      `venueId=${planning.id('HALL-1')}`,
      `personId=${planning.id('DEMO-00007')}`,
    ])
      expect(await calendar(filter)).toEqual([made.id]);
    expect(await calendar(`personId=${planning.id('DEMO-00004')}`)).toEqual([]);
    expect((await planning.change(path, 3, { venueId: null, end: time('18:00') })).status).toBe(200);
    expect((await trainer('GET', `/api/v1${path}`)).body).toMatchObject({ venue: null, end: time('18:00') });
    const outside = await planning.change(`/offerings/${id}`, 1, { startsOn: '2031-03-12' });
    expect([outside.body.code, outside.body.sessions]).toEqual([
      'scheduling.sessions-outside-dates',
      [{ id: made.id, number: 1, start: time('15:00'), end: time('18:00') }],
    ]);
    const cancelled = await trainer('POST', `/api/v1${path}/cancel`, { body: { reason: 'instructor ill' } });
    expect([cancelled.status, await planning.bookings(id)]).toEqual([204, 0]);
    expect((await planning.change(path, 5, { start: time('09:00') })).body.code).toBe('scheduling.session-closed');
    expect((await planning.change(`/offerings/${id}`, 1, { startsOn: '2031-03-12', seatsMin: 5 })).body).toEqual({
      version: 2,
    });
  });

  it('shows everybody his own calendar', async () => {
    const { body } = await commander('GET', `/api/v1/me/sessions?from=${MONDAY}&to=${FRIDAY}&limit=1`);
    expect(body.items).toMatchObject([{ as: 'lead', start: at('09:00', 1) }]);
    expect(body.nextCursor).not.toBeNull();
    const next = await commander('GET', `/api/v1/me/sessions?from=${MONDAY}&to=${FRIDAY}&cursor=${body.nextCursor}`);
    expect(next.body).toMatchObject({ items: [{ start: at('11:00', 1) }], nextCursor: null });
    expect((await trainer('GET', `/api/v1/me/sessions?from=${MONDAY}&to=${FRIDAY}`)).body.items).toEqual([]);
  });
});
