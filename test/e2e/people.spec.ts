import { eventually, startProduct, type Client, type Product } from '../harness/product.js';

const servers = [
  ['embedded PostgreSQL, queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15']
    ? [['older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;

describe.each(servers)('people over HTTP on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let administrator: Client;
  let commander: Client;
  let trainee: Client;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    [administrator, commander, trainee] = await Promise.all(
      ['administrator', 'commander', 'trainee'].map((name) => product.signIn(name)),
    );
  }, 120_000);
  afterAll(() => product?.stop(), 30_000);

  const unitId = async (code: string): Promise<string> => {
    const { body } = await administrator('GET', '/api/v1/units?limit=200');
    return body.items.find((unit: { code: string }) => unit.code === code).id;
  };
  const newPerson = async (serviceNumber: string, nationalId?: string) => ({
    serviceNumber,
    nameEn: 'Zeeshan Haider',
    nameUr: 'ذیشان حیدر',
    unitId: await unitId('SPU-SINDH'),
    nationalId,
  });

  it('shows each role the rows of its scope and no others', async () => {
    const all = (await administrator('GET', '/api/v1/people?limit=200')).body.items;
    const own = (await commander('GET', '/api/v1/people?limit=200')).body.items;
    const self = (await trainee('GET', '/api/v1/people')).body.items;
    expect(all.length).toBeGreaterThan(own.length);
    expect(new Set(own.map((p: { unitCode: string }) => p.unitCode))).toEqual(new Set(['SPU-BALOCHISTAN']));
    expect(self).toHaveLength(1);
    const other = all.find((p: { unitCode: string }) => p.unitCode === 'SSU-KP');
    for (const client of [commander, trainee]) {
      const refused = await client('GET', `/api/v1/people/${other.id}`);
      expect([refused.status, refused.body.code]).toEqual([404, 'platform.not-found']);
    }
  });

  it('pages by key, gapless and without repeats', async () => {
    const names: string[] = [];
    let cursor = '';
    do {
      const { body } = await administrator('GET', `/api/v1/people?limit=5${cursor ? `&cursor=${cursor}` : ''}`);
      names.push(...body.items.map((p: { id: string }) => p.id));
      cursor = body.nextCursor;
    } while (cursor);
    const [{ n }] = await product.sql<{ n: number }>('SELECT count(*)::int AS n FROM person');
    expect(new Set(names).size).toBe(n);
    expect(names).toHaveLength(n);
  });

  it('finds people by a part of their name in any script', async () => {
    for (const search of ['zainab', 'زینب', 'DEMO-00001']) {
      const { body } = await administrator('GET', `/api/v1/people?search=${encodeURIComponent(search)}`);
      expect(body.items.map((p: { nameEn: string }) => p.nameEn)).toEqual(['Zainab Mirza']);
    }
  });

  it('creates once for one Idempotency-Key, and refuses the key for another request', async () => {
    const headers = { 'idempotency-key': 'create-zeeshan-1' };
    const body = await newPerson('SND-2020-00001');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => administrator('POST', '/api/v1/people', { body, headers })),
    );
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1);
    const other = await administrator('POST', '/api/v1/people', { body: { ...body, nameEn: 'Another' }, headers });
    expect([other.status, other.body.code]).toEqual([422, 'platform.idempotency-mismatch']);
  });

  it('refuses a taken service number with code, reason and remedy in the reader’s language', async () => {
    const body = await newPerson('SND-2020-00002');
    expect((await administrator('POST', '/api/v1/people', { body })).status).toBe(201);
    for (const [language, title] of [
      ['en', 'The service number is taken'],
      ['ur', 'سروس نمبر پہلے سے موجود ہے'],
      ['zh-CN', '军警号已存在'],
    ]) {
      const refused = await administrator('POST', '/api/v1/people', { body, headers: { 'accept-language': language } });
      expect(refused.status).toBe(409);
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
      expect(refused.body).toMatchObject({
        code: 'people.service-number-taken',
        title,
        params: { serviceNumber: 'SND-2020-00002' },
      });
      expect(refused.body.remedy).not.toBe('');
    }
  });

  it('names every wrong field and saves nothing', async () => {
    const refused = await administrator('POST', '/api/v1/people', {
      body: { serviceNumber: 'x', nationalId: '123', unknown: 1 },
    });
    expect(refused.status).toBe(400);
    expect(refused.body.fields.map((f: { field: string }) => f.field).sort()).toEqual([
      'nameEn',
      'nationalId',
      'serviceNumber',
      'unitId',
      'unknown',
    ]);
  });

  it('keeps national ids sealed, masked, and audits each reveal', async () => {
    const { body: created } = await administrator('POST', '/api/v1/people', {
      body: await newPerson('SND-2020-00003', '99999-7654321-8'),
    });
    const { body: person } = await administrator('GET', `/api/v1/people/${created.id}`);
    expect(person.nationalId).toBe('*****-*******-8');
    const revealed = await administrator('POST', `/api/v1/people/${created.id}/national-id-reveals`, {
      body: { reason: 'identity check at enrolment' },
    });
    expect(revealed.body).toEqual({ nationalId: '9999976543218' });
    const entries = (await administrator('GET', `/api/v1/audit?personId=${created.id}`)).body.items;
    expect(entries.map((e: { action: string }) => e.action)).toEqual([
      'people.national-id-revealed',
      'people.person-created',
    ]);
    expect(JSON.stringify(entries)).not.toContain('7654321');
    const [row] = await product.sql<{ raw: string }>(`SELECT person::text AS raw FROM person WHERE id = $1`, [
      created.id,
    ]);
    expect(row.raw).not.toContain('7654321');
    const twice = await administrator('POST', '/api/v1/people', {
      body: await newPerson('SND-2020-00004', '9999976543218'),
    });
    expect(twice.body.code).toBe('people.national-id-taken');
  });

  it('lets one of two simultaneous edits win and tells the other', async () => {
    const { body } = await administrator('GET', '/api/v1/people?search=tariq');
    const path = `/api/v1/people/${body.items[0].id}`;
    const { headers } = await administrator('GET', path);
    const edits = await Promise.all(
      ['Constable', 'Inspector'].map((rank) =>
        administrator('PATCH', path, { body: { rank }, headers: { 'if-match': headers.get('etag') ?? '' } }),
      ),
    );
    expect(edits.map((e) => e.status).sort()).toEqual([200, 412]);
    expect((await administrator('PATCH', path, { body: { rank: 'Inspector' } })).status).toBe(428);
  });

  it('posts a person: one posting at a time, and the person moves to the unit', async () => {
    const { body: created } = await administrator('POST', '/api/v1/people', {
      body: await newPerson('SND-2020-00005'),
    });
    const path = `/api/v1/people/${created.id}/postings`;
    const kp = await unitId('SSU-KP');
    expect(
      (await administrator('POST', path, { body: { unitId: await unitId('SPU-SINDH'), startsOn: '2026-01-01' } }))
        .status,
    ).toBe(201);
    expect((await administrator('POST', path, { body: { unitId: kp, startsOn: '2026-03-01' } })).status).toBe(201);
    const overlapping = await administrator('POST', path, { body: { unitId: kp, startsOn: '2026-02-01' } });
    expect(overlapping.body.code).toBe('people.posting-overlaps');
    const { body: person } = await administrator('GET', `/api/v1/people/${created.id}`);
    expect(person.unitCode).toBe('SSU-KP');
    expect(person.postings.map((p: { startsOn: string; endsOn: string | null }) => [p.startsOn, p.endsOn])).toEqual([
      ['2026-03-01', null],
      ['2026-01-01', '2026-02-28'],
    ]);
    expect((await administrator('POST', path, { body: { unitId: kp, startsOn: '2026-02-30' } })).status).toBe(400);
  });

  it('changes what is sent and empties by null; nobody changes his own record', async () => {
    const { body: created } = await administrator('POST', '/api/v1/people', {
      body: await newPerson('SND-2020-00006'),
    });
    const path = `/api/v1/people/${created.id}`;
    const patch = (version: number, body: object, to = path) =>
      administrator('PATCH', to, { body, headers: { 'if-match': `"${version}"` } });
    const reach = { sex: 'male', force: 'SINDH-POLICE', phone: '+923939876543', email: 'zeeshan@example.org' };
    expect((await patch(1, reach)).body).toEqual({ version: 2 });
    expect((await administrator('GET', path)).body).toMatchObject({ ...reach, nameUr: 'ذیشان حیدر', version: 2 });
    expect((await patch(2, { phone: null, nameUr: null })).status).toBe(200);
    expect((await administrator('GET', path)).body).toMatchObject({ ...reach, phone: null, nameUr: null });
    const [entry] = (await administrator('GET', `/api/v1/audit?personId=${created.id}`)).body.items;
    expect(entry).toMatchObject({ before: { phone: reach.phone }, after: { phone: null } });
    const wrong = await patch(3, {
      sex: 'x',
      force: 'no code',
      phone: '0393 9876543',
      email: 'nobody',
      nameEn: null,
      rank: null,
    });
    expect(wrong.body.fields.map((f: { field: string }) => f.field).sort()).toEqual([
      ...['email', 'force', 'nameEn', 'phone', 'rank', 'sex'],
    ]);
    const { personId } = (await administrator('GET', '/api/v1/me')).body;
    const own = await patch(1, { rank: 'General' }, `/api/v1/people/${personId}`);
    expect([own.status, own.body.code]).toEqual([403, 'people.actor-is-subject']);
  });

  it('lists the people who are posted today at a site or to a post', async () => {
    const [site] = (await administrator('GET', '/api/v1/sites')).body.items;
    const posts = (await administrator('GET', '/api/v1/posts?limit=200')).body.items;
    const post = posts.find((p: { siteId: string }) => p.siteId === site.id);
    const ids: string[] = [];
    for (const [serviceNumber, posting] of [
      ['SND-2021-00001', { siteId: site.id, postId: post.id }],
      ['SND-2021-00002', { siteId: site.id }],
    ] as const) {
      const { body } = await administrator('POST', '/api/v1/people', { body: await newPerson(serviceNumber) });
      const posted = { unitId: post.unitId, startsOn: '2026-01-01', ...posting };
      await administrator('POST', `/api/v1/people/${body.id}/postings`, { body: posted });
      ids.push(body.id);
    }
    const list = async (query: string) =>
      (await administrator('GET', `/api/v1/people?${query}`)).body.items.map((p: { id: string }) => p.id).sort();
    expect(await list(`siteId=${site.id}`)).toEqual([...ids].sort());
    expect(await list(`postId=${post.id}`)).toEqual([ids[0]]);
    await administrator('POST', `/api/v1/people/${ids[0]}/postings`, {
      body: { unitId: post.unitId, startsOn: '2026-02-01' },
    });
    expect(await list(`siteId=${site.id}&postId=${post.id}`)).toEqual([]);
  });

  it('chains the audit trail within seconds, and finds an edit, a hole and a lost link', async () => {
    await eventually(
      () => product.sql<{ n: number }>('SELECT count(*)::int AS n FROM audit_pending'),
      ([{ n }]) => n === 0,
    );
    const { body } = await administrator('GET', '/api/v1/audit/chain');
    expect(body).toMatchObject({ intact: true, pending: 0, orphans: 0 });
    expect(body.verified).toBeGreaterThan(20);
    expect((await product.cli('verify-audit')).status).toBe(0);
    await expect(product.sql(`UPDATE audit_entry SET reason = 'edited'`)).rejects.toThrow('append-only');
    await expect(product.sql(`DELETE FROM audit_chain`)).rejects.toThrow('append-only');
    await expect(product.sql(`TRUNCATE audit_chain`)).rejects.toThrow('append-only');
    await product.sql('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only');
    await product.sql(
      `UPDATE audit_entry SET actor_name = 'nobody' WHERE id = (SELECT entry_id FROM audit_chain WHERE number = 5)`,
    );
    const { status, output } = await product.cli('verify-audit');
    expect(status).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ intact: false, verified: 4, broken: { number: '5', why: 'hash' } });
  }, 60_000);
});
