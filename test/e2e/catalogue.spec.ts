import { startProduct, type Client, type Product } from '../harness/product.js';

const name = (en: string) => ({ en, ur: 'نام', zh: '名称' });
const SAYS = expect.stringMatching(/\p{L}{2}/u);

const CONTENT = {
  blocks: [
    {
      ...{ code: 'SEARCH', title: name('Vehicle search'), kind: 'practical', minutes: 240, traineesPerInstructor: 12 },
      roles: [
        { role: 'lead', count: 1 },
        { role: 'safety', count: 1 },
      ],
      venueKind: 'range',
      equipment: [{ kind: 'radio', quantity: 12 }],
    },
    { code: 'LAW', title: name('Law'), kind: 'theory', minutes: 60 },
  ],
  assessments: [
    { code: 'FINAL', title: name('Final test'), kind: 'written', maxScore: 100, passScore: 60, maxAttempts: 2 },
  ],
  passRule: { mustPass: ['FINAL'], atLeast: 1, minimumAverage: 60 },
  minimumAttendance: 80,
  prerequisites: [{ kind: 'course', code: 'BASIC-1' }],
};

describe('catalogue over HTTP', () => {
  let product: Product;
  let administrator: Client;
  let trainer: Client;

  beforeAll(async () => {
    product = await startProduct();
    [administrator, trainer] = await Promise.all(['administrator', 'trainer'].map((user) => product.signIn(user)));
  }, 120_000);
  afterAll(() => product?.stop(), 30_000);

  const newCourse = async (code: string) => {
    const { status, body } = await administrator('POST', '/api/v1/courses', {
      body: { code, title: name(code), content: CONTENT },
    });
    expect(status).toBe(201);
    return body as { id: string; versionId: string };
  };
  const send = async (path: string, body?: object) => {
    const answer = await administrator('POST', `/api/v1/${path}`, { body });
    return [answer.status, answer.body.code];
  };
  const actionsOf = async (entityId: string) => {
    const { body } = await administrator('GET', `/api/v1/audit?entityId=${entityId}`);
    return body.items.map((entry: { action: string }) => entry.action.replace('catalogue.', '')).reverse();
  };

  describe('courses', () => {
    it('a draft changes by If-Match, an approved version never again', async () => {
      const { id, versionId } = await newCourse('GUARD-101');
      const path = `/api/v1/courses/${id}/versions/${versionId}`;
      const drafted = await trainer('GET', path);
      expect(drafted.headers.get('etag')).toBe('"1"');
      expect(drafted.body).toMatchObject({ number: 1, state: 'draft', approvedAt: null, content: CONTENT });
      const longer = { ...CONTENT, minimumAttendance: 90 };
      const put = (version: number) =>
        administrator('PUT', path, { body: { content: longer }, headers: { 'if-match': `"${version}"` } });
      expect((await put(7)).body).toMatchObject({ code: 'platform.version-conflict', currentVersion: 1 });
      expect((await put(1)).body).toEqual({ version: 2 });
      expect((await administrator('PUT', path, { body: { content: longer } })).status).toBe(428);

      expect(await send(`courses/${id}/versions/${versionId}/approve`)).toEqual([204, undefined]);
      expect((await put(3)).body).toMatchObject({ code: 'catalogue.version-frozen', detail: SAYS, remedy: SAYS });
      expect(await send(`courses/${id}/versions/${versionId}/approve`)).toEqual([409, 'catalogue.version-frozen']);
      expect((await trainer('GET', path)).body).toMatchObject({
        ...{ state: 'approved', approvedAt: expect.stringMatching(/^\d{4}-/), content: longer },
      });
      // Whoever gets past the product meets the database.
      for (const change of [`minimum_attendance = 1`, `state = 'draft'`])
        await expect(product.sql(`UPDATE course_version SET ${change} WHERE id = $1`, [versionId])).rejects.toThrow(
          'does not change',
        );
      expect(await actionsOf(id)).toEqual([...['course-created', 'course-version-changed', 'course-version-approved']]);
    });

    it('the next version takes the place of the one before when it is approved; the last can be retired', async () => {
      const { id, versionId } = await newCourse('GUARD-102');
      expect(await send(`courses/${id}/versions`, { content: CONTENT })).toEqual([409, 'catalogue.draft-exists']);
      await send(`courses/${id}/versions/${versionId}/approve`);
      const { body: next } = await administrator('POST', `/api/v1/courses/${id}/versions`, {
        body: { content: { ...CONTENT, minimumAttendance: 70 } },
      });
      const states = async () =>
        (await administrator('GET', `/api/v1/courses/${id}`)).body.versions.map(
          ({ number, state }: { number: number; state: string }) => [number, state],
        );
      expect(await states()).toEqual([
        [1, 'approved'],
        [2, 'draft'],
      ]);
      await send(`courses/${id}/versions/${next.id}/approve`);
      expect(await states()).toEqual([
        [1, 'retired'],
        [2, 'approved'],
      ]);
      const retire = (version: string) =>
        send(`courses/${id}/versions/${version}/retire`, { reason: 'replaced by law' });
      expect(await retire(versionId)).toEqual([409, 'catalogue.not-in-use']);
      expect(await retire(next.id)).toEqual([204, undefined]);
      expect(await states()).toEqual([
        [1, 'retired'],
        [2, 'retired'],
      ]);
    });

    it('of two simultaneous approvals and drafts one goes through', async () => {
      const { id, versionId } = await newCourse('GUARD-103');
      const approvals = await Promise.all([1, 2, 3, 4].map(() => send(`courses/${id}/versions/${versionId}/approve`)));
      expect(approvals.map(([status]) => status).sort()).toEqual([204, 409, 409, 409]);
      const drafts = await Promise.all([1, 2, 3, 4].map(() => send(`courses/${id}/versions`, { content: CONTENT })));
      expect(drafts.map(([status]) => status).sort()).toEqual([201, 409, 409, 409]);
    });

    it('tells every problem of a syllabus with its place, in three languages, and saves nothing', async () => {
      const [block] = CONTENT.blocks;
      const content = {
        ...CONTENT,
        blocks: [{ ...block, minutes: 1, title: { en: 'only English' }, kind: 'magic', colour: 'red' }, block, block],
        assessments: [{ ...CONTENT.assessments[0], passScore: 101 }],
        passRule: { mustPass: ['OTHER'], atLeast: 2 },
        minimumAttendance: 101,
        prerequisites: 'none',
      };
      const { status, body } = await administrator('POST', '/api/v1/courses', {
        body: { code: 'BAD-1', title: name('Bad'), content },
      });
      expect([status, body.code]).toEqual([422, 'catalogue.bad-content']);
      const problems = Object.fromEntries(
        body.problems.map(({ path, code }: { path: string; code: string }) => [path, code]),
      );
      expect(problems).toEqual({
        'blocks[0].minutes': 'number-out-of-range',
        'blocks[0].title': 'bad-title',
        'blocks[0].kind': 'unknown-kind',
        'blocks[0].colour': 'unknown-member',
        'blocks[1]': 'repeated',
        'blocks[2]': 'repeated',
        'assessments[0].passScore': 'number-out-of-range',
        'passRule.mustPass[0]': 'unknown-assessment',
        'passRule.atLeast': 'number-out-of-range',
        minimumAttendance: 'number-out-of-range',
        prerequisites: 'bad-list',
      });
      for (const { message } of body.problems) expect(message).toEqual({ en: SAYS, ur: SAYS, zh: SAYS });
      expect(await product.sql(`SELECT id FROM course WHERE code = 'BAD-1'`)).toEqual([]);
    });

    it('a code is taken once, and courses are listed by code, page by page', async () => {
      for (const code of ['PAGE-1', 'PAGE-2', 'PAGE-3']) await newCourse(code);
      expect(await send('courses', { code: 'PAGE-1', title: name('Again'), content: CONTENT })).toEqual([
        ...[409, 'catalogue.code-taken'],
      ]);
      const codes: string[] = [];
      for (let cursor = ''; cursor !== null;) {
        const { body } = await trainer('GET', `/api/v1/courses?limit=2${cursor && `&cursor=${cursor}`}`);
        codes.push(...body.items.map((course: { code: string }) => course.code));
        cursor = body.nextCursor;
      }
      expect(codes).toEqual([...new Set(codes)].sort());
      expect(codes.filter((code) => code.startsWith('PAGE'))).toHaveLength(3);
    });

    it('only administrators define courses', async () => {
      const { body } = await trainer('POST', '/api/v1/courses', {
        body: { code: 'MINE-1', title: name('Mine'), content: CONTENT },
      });
      expect(body).toMatchObject({ code: 'platform.forbidden', params: { permission: 'catalogue.manage-courses' } });
    });
  });

  describe('venues and equipment', () => {
    let siteId: string;
    beforeAll(async () => {
      siteId = (await administrator('GET', '/api/v1/sites')).body.items[0].id;
    });

    it('venues belong to a site and are found by it and by kind', async () => {
      const venue = { code: 'RANGE-1', name: name('Range'), kind: 'range', siteId, capacity: 30 };
      expect((await send('venues', venue))[0]).toBe(201);
      expect(await send('venues', venue)).toEqual([409, 'catalogue.code-taken']);
      const nowhere = { ...venue, code: 'RANGE-2', siteId: '00000000-0000-7000-8000-000000000000' };
      expect(await send('venues', nowhere)).toEqual([404, 'platform.not-found']);
      expect(await send('venues', { ...venue, code: 'RANGE-3', capacity: 0 })).toEqual([400, 'platform.invalid-input']);
      const { body } = await trainer('GET', `/api/v1/venues?siteId=${siteId}&kind=range`);
      expect(body.items).toMatchObject([{ ...venue, zone: 'Asia/Karachi' }]);
      expect((await trainer('GET', '/api/v1/venues?kind=pool')).body.items).toEqual([]);
      expect(await actionsOf(body.items[0].id)).toEqual(['venue-created']);
    });

    it('equipment is one thing or a pool', async () => {
      const radios = { code: 'RADIOS', name: name('Radios'), kind: 'radio', exclusive: false, quantity: 40 };
      expect((await send('equipment', radios))[0]).toBe(201);
      expect((await send('equipment', { ...radios, code: 'BUS', kind: 'bus', exclusive: true, quantity: 9 }))[0]).toBe(
        201,
      );
      const { body } = await trainer('GET', '/api/v1/equipment');
      expect(body.items).toMatchObject([
        { code: 'BUS', exclusive: true, quantity: 1, siteId: null },
        { code: 'RADIOS', exclusive: false, quantity: 40 },
      ]);
    });
  });

  describe('authorisations of instructors', () => {
    let personId: string;
    let courseId: string;
    const authorise = (given: object) =>
      send('instructor-authorisations', { personId, courseId, role: 'lead', ...given });
    beforeAll(async () => {
      const { items } = (await administrator('GET', '/api/v1/people?search=DEMO-00005')).body;
      personId = items[0].id;
      courseId = (await newCourse('TEACH-1')).id;
    });

    it('hold from day to day, one at a time for a role', async () => {
      const days = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
      expect((await authorise(days))[0]).toBe(201);
      expect(await authorise({ validFrom: '2026-12-31' })).toEqual([409, 'catalogue.already-authorised']);
      expect((await authorise({ validFrom: '2027-01-01' }))[0]).toBe(201);
      expect((await authorise({ ...days, role: 'safety' }))[0]).toBe(201);
      expect(await authorise({ validFrom: '2025-02-01', validUntil: '2025-01-31' })).toEqual([
        ...[422, 'catalogue.bad-validity'],
      ]);
      expect(await authorise({ validFrom: '2025-02-29' })).toEqual([400, 'platform.invalid-input']);
      const nowhere = '00000000-0000-7000-8000-000000000000';
      expect(await authorise({ validFrom: '2025-01-01', courseId: nowhere })).toEqual([404, 'platform.not-found']);
      const on = async (day: string) =>
        (await trainer('GET', `/api/v1/instructor-authorisations?courseId=${courseId}&on=${day}`)).body.items.map(
          (one: { role: string }) => one.role,
        );
      expect(await on('2026-12-31')).toEqual(['lead', 'safety']);
      expect(await on('2027-01-01')).toEqual(['lead']);
      expect(await on('2025-12-31')).toEqual([]);
    });

    it('of simultaneous ones for the same days one is given', async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => authorise({ role: 'assessor', validFrom: '2026-01-01' })),
      );
      expect(answers.map(([status]) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
    });

    it('are not for oneself, to give or to take', async () => {
      const { personId: own } = (await administrator('GET', '/api/v1/me')).body;
      expect(own).toMatch(/-/);
      expect(await authorise({ personId: own, validFrom: '2026-01-01' })).toEqual([403, 'catalogue.actor-is-subject']);
      await product.sql(
        `INSERT INTO instructor_authorisation (id, person_id, course_id, role, valid_from) VALUES (gen_random_uuid(), $1, $2, 'lead', '2026-01-01')`,
        [own, courseId],
      );
      const { items } = (await trainer('GET', `/api/v1/instructor-authorisations?personId=${own}`)).body;
      const all = (await administrator('GET', `/api/v1/instructor-authorisations?personId=${own}`)).body.items;
      const [{ id }] = [...items, ...all];
      expect(await send(`instructor-authorisations/${id}/withdraw`, { reason: 'no longer mine' })).toEqual([
        ...[403, 'catalogue.actor-is-subject'],
      ]);
    });

    it('end at once when they are withdrawn, and the days are free again', async () => {
      const find = async () =>
        (await administrator('GET', `/api/v1/instructor-authorisations?personId=${personId}&on=2026-06-01`)).body.items;
      const before = await find();
      const [{ id, role }] = before;
      expect(await send(`instructor-authorisations/${id}/withdraw`, { reason: 'left the team' })).toEqual([
        204,
        undefined,
      ]);
      expect(await find()).toHaveLength(before.length - 1);
      expect(await send(`instructor-authorisations/${id}/withdraw`, { reason: 'once more' })).toEqual([
        ...[404, 'platform.not-found'],
      ]);
      expect((await authorise({ role, validFrom: '2026-06-01', validUntil: '2026-06-30' }))[0]).toBe(201);
      const [entry] = (await administrator('GET', `/api/v1/audit?entityId=${id}`)).body.items;
      expect(entry).toMatchObject({ action: 'catalogue.authorisation-withdrawn', reason: 'left the team', personId });
    });
  });
});
