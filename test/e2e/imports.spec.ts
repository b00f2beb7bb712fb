import { spoilPeople } from '../../config/demo/spoil-people.fixtures.js';
import { csvOf, ended, HEADERS, importFile, inventPeople, rowsOf, SAMPLE, upload } from '../harness/people-import.js';
import { DEMO_PASSWORD, eventually, startProduct, type Client, type Product } from '../harness/product.js';

const servers = [
  ['embedded PostgreSQL, queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15']
    ? [['older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;

const SAYS = expect.stringMatching(/\p{L}{2}/u);
const counts = (given: object) => ({ created: 0, changed: 0, unchanged: 0, refused: 0, ...given });

describe.each(servers)('import of people on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let administrator: Client;
  let sindh: Client;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl, settings: { LOG_LEVEL: 'debug' } });
    administrator = await product.signIn('administrator');
    const units = (await administrator('GET', '/api/v1/units?limit=200')).body.items;
    const unitId = units.find((unit: { code: string }) => unit.code === 'SPU-SINDH').id;
    const account = { userName: 'sindh.administrator', password: DEMO_PASSWORD };
    const { body } = await administrator('POST', '/api/v1/accounts', { body: account });
    await administrator('POST', `/api/v1/accounts/${body.id}/grants`, { body: { role: 'administrator', unitId } });
    sindh = await product.signIn('sindh.administrator');
  }, 120_000);
  afterAll(() => product?.stop(), 30_000);

  /** What the import may write, beside its own tables. */
  const state = async () => {
    const [row] = await product.sql<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM person) AS people, (SELECT coalesce(sum(version), 0)::int FROM person) AS versions,
              (SELECT count(*)::int FROM posting) AS postings,
              (SELECT count(*)::int FROM audit_entry WHERE entity = 'person') AS entries`,
    );
    return row;
  };
  const personOf = async (serviceNumber: string) => {
    const { body } = await administrator('GET', `/api/v1/people?search=${encodeURIComponent(serviceNumber)}`);
    return body.items.length === 1
      ? (await administrator('GET', `/api/v1/people/${body.items[0].id}`)).body
      : undefined;
  };

  it('a dry run of the sample reports 600 new people and writes nothing', async () => {
    const before = await state();
    const batch = await importFile(administrator, SAMPLE, {}, 'people-sample.csv');
    expect(batch).toMatchObject({
      ...{ state: 'done', dryRun: true, fileName: 'people-sample.csv', failure: null, unknownHeaders: [] },
      ...{ rowsDone: 600, rowsTotal: 600, percent: 100, counts: counts({ created: 600 }) },
    });
    expect(await state()).toEqual(before);
    const { body } = await administrator('GET', '/api/v1/imports');
    expect(body.items).toEqual([batch]);
  });

  it('the sample becomes 600 people, posted and audited, and the same file again changes nothing', async () => {
    const before = await state();
    const batch = await importFile(administrator, SAMPLE);
    expect(batch).toMatchObject({ state: 'done', dryRun: false, counts: counts({ created: 600 }) });
    const after = await state();
    expect(after).toEqual({
      people: before.people + 600,
      versions: before.versions + 600,
      postings: before.postings + 600,
      entries: before.entries + 600,
    });
    expect(await personOf('SND-2012-00001')).toMatchObject({
      ...{
        nameEn: 'Imran Hussain',
        nameUr: 'عمران حسین',
        rank: 'Constable',
        force: 'SINDH-POLICE',
        unitCode: 'SPU-SINDH',
      },
      ...{ dateOfBirth: '1988-02-28', joinedOn: '2012-02-11', phone: '+923977934202', nationalId: '*****-*******-9' },
      postings: [{ startsOn: '2012-02-11', endsOn: null }],
    });
    const again = await importFile(administrator, SAMPLE);
    expect(again).toMatchObject({ state: 'done', counts: counts({ unchanged: 600 }) });
    expect(await state()).toEqual(after);
  });

  it('the trail names who imported, its chain holds, and no national id is in it, in the report or in a log', async () => {
    await eventually(
      () => product.sql<{ n: number }>('SELECT count(*)::int AS n FROM audit_pending'),
      ([{ n }]) => n === 0,
    );
    const { body: chain } = await administrator('GET', '/api/v1/audit/chain');
    expect(chain).toMatchObject({ intact: true, pending: 0, orphans: 0 });
    expect(chain.verified).toBeGreaterThan(600);
    const person = await personOf('SND-2012-00001');
    const { body: entries } = await administrator('GET', `/api/v1/audit?personId=${person.id}`);
    expect(entries.items).toMatchObject([{ action: 'people.person-created', actorName: 'administrator' }]);
    const [{ text }] = await product.sql<{ text: string }>(
      `SELECT (SELECT string_agg(e::text, '') FROM audit_entry e) || (SELECT string_agg(r::text, '') FROM import_row r)
           || (SELECT string_agg(b::text, '') FROM import_batch b) || (SELECT string_agg(p::text, '') FROM person p) AS text`,
    );
    const everything = text + product.api.output + product.worker.output;
    const ids = [...SAMPLE.toString().matchAll(/,(99998[\d-]{8,10}|99\d{15}[\dX]),/g)].map(([, id]) => id);
    expect(ids).toHaveLength(600);
    expect(product.worker.output).toContain('imports.run-people-import');
    expect(ids.flatMap((id) => [id, id.replaceAll('-', '')]).filter((id) => everything.includes(id))).toEqual([]);
  });

  const spoiled = spoilPeople(inventPeople(1, 300));
  /** Rows of the file by their faults: the header is row 1. */
  const expected = [...spoiled.expected].map(([index, code]) => [index + 2, code]);

  it('of a spoiled file good rows are kept, and each bad row is refused with its reason', async () => {
    const before = await state();
    const batch = await importFile(administrator, csvOf(spoiled.people));
    const refused = expected.length;
    expect(refused).toBeGreaterThan(32);
    expect(batch).toMatchObject({ state: 'done', counts: counts({ created: 300 - refused, refused }) });
    expect((await state()).people).toBe(before.people + 300 - refused);
    const rows = await rowsOf(administrator, batch.id, 'refused');
    expect(rows.map((row) => [row.row, row.errors[0].code])).toEqual(expected);
    for (const { errors } of rows) expect(errors[0]).toMatchObject({ title: SAYS, detail: SAYS, remedy: SAYS });
    expect(await rowsOf(administrator, batch.id)).toHaveLength(300);
  });

  it('gives the report as CSV in each language, safe to open in a spreadsheet', async () => {
    const batch = await importFile(administrator, csvOf(spoiled.people), { dryRun: 'true' });
    const { body: session } = await product.call('POST', '/api/v1/auth/login', {
      body: { userName: 'administrator', password: DEMO_PASSWORD },
    });
    for (const [language, header, outcome] of [
      ['en', 'Row,Outcome,Service number', 'refused'],
      ['ur', 'سطر,نتیجہ,سروس نمبر', 'مسترد'],
      ['zh-CN', '行,结果,军警号', '已拒绝'],
    ]) {
      const response = await fetch(`${product.url}/api/v1/imports/${batch.id}/report.csv`, {
        headers: { authorization: `Bearer ${session.accessToken}`, 'accept-language': language },
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([response.status, response.headers.get('content-type'), [...bytes.subarray(0, 3)]]).toEqual([
        ...[200, 'text/csv; charset=utf-8', [0xef, 0xbb, 0xbf]],
      ]);
      expect(response.headers.get('content-disposition')).toContain('attachment');
      const lines = bytes.toString().slice(1).split('\r\n');
      expect(lines[0].startsWith(header)).toBe(true);
      expect(lines.filter((line) => line.split(',')[1] === outcome).length).toBeGreaterThanOrEqual(expected.length);
      expect(bytes.toString()).toContain(`"'=HYPERLINK(""http://example.org"",""Click"")"`);
      expect(bytes.toString()).not.toMatch(/(^|,)"?[=+@]/m);
    }
  });

  it('all or nothing: one bad row keeps the others out, and none keeps none out', async () => {
    const people = inventPeople(2, 700);
    const before = await state();
    const bad = people.map((person, i) => (i === 650 ? { ...person, joinedOn: '2015-02-29' } : person));
    const refused = await importFile(administrator, csvOf(bad), { dryRun: 'false', atomic: 'true' });
    expect(refused).toMatchObject({
      ...{ state: 'refused', rowsDone: 700, counts: counts({ refused: 1 }) },
      failure: { code: 'imports.not-applied', detail: expect.stringMatching(/^1 row/), remedy: SAYS },
    });
    expect(await state()).toEqual(before);
    expect(await rowsOf(administrator, refused.id)).toMatchObject([{ row: 652, outcome: 'refused' }]);
    const done = await importFile(administrator, csvOf(people), { dryRun: 'false', atomic: 'true' });
    expect(done).toMatchObject({ state: 'done', percent: 100, counts: counts({ created: 700 }) });
    expect((await state()).people).toBe(before.people + 700);
  });

  it('changes what the file says and leaves what it does not; moves end the posting', async () => {
    const [person] = inventPeople(3, 1).map((one) => ({ ...one, unit: 'SPU-SINDH', site: '', post: '', party: 'pk' }));
    await importFile(administrator, csvOf([person]));
    const rank = { ...person, rank: 'Inspector', phone: '', nameZh: '', dateOfBirth: '' };
    expect((await importFile(administrator, csvOf([rank]))).counts).toMatchObject(counts({ changed: 1 }));
    const moved = { ...rank, unit: 'SPU-BALOCHISTAN', post: 'RD-GUARD' };
    expect((await importFile(administrator, csvOf([moved]))).counts).toMatchObject(counts({ changed: 1 }));
    expect((await importFile(administrator, csvOf([moved]))).counts).toMatchObject(counts({ unchanged: 1 }));
    // On the same day again: the posting that began today is corrected.
    const elsewhere = { ...rank, unit: 'SPU-BALOCHISTAN', site: 'GWADAR-PORT', post: 'GWP-GUARD' };
    expect((await importFile(administrator, csvOf([elsewhere]))).counts).toMatchObject(counts({ changed: 1 }));
    const found = await personOf(person.serviceNumber);
    expect(found).toMatchObject({ rank: 'Inspector', dateOfBirth: person.dateOfBirth, unitCode: 'SPU-BALOCHISTAN' });
    expect(found.phone).toBe(person.phone || null);
    expect(found.postings).toHaveLength(2);
    expect(found.postings.map((posting: { endsOn: string | null }) => posting.endsOn)).toEqual([
      ...[null, expect.stringMatching(/^\d{4}-/)],
    ]);
    const { items } = (await administrator('GET', `/api/v1/audit?personId=${found.id}`)).body;
    expect(items.map((entry: { before: object }) => Object.keys(entry.before ?? {}).sort())).toEqual([
      ...[['postId', 'siteId', 'unitId'], ['postId', 'siteId', 'unitId'], ['rank'], []],
    ]);
  });

  it('refuses a national id that another person has, and a change of one’s own record', async () => {
    const [first, second] = inventPeople(4, 2).map((person) => ({ ...person, party: 'pk', nationalId: '' }));
    const known = { ...first, nationalId: '99998-7654321-1' };
    await importFile(administrator, csvOf([known]));
    const batch = await importFile(administrator, csvOf([{ ...second, nationalId: '9999876543211' }]));
    expect((await rowsOf(administrator, batch.id))[0]).toMatchObject({
      errors: [{ code: 'imports.national-id-on-record', column: 'National id', remedy: SAYS }],
    });
    const own = await importFile(
      administrator,
      'Service number,Name,Unit,Rank\nDEMO-00002,Hamza Zaidi,SPU-SINDH,General\n',
    );
    expect((await rowsOf(administrator, own.id))[0].errors[0].code).toBe('imports.own-record');
  });

  it('an administrator of one unit imports into that unit alone, and sees his own imports alone', async () => {
    const [a, b] = inventPeople(5, 2).map((person) => ({ ...person, site: '', post: '' }));
    const file = csvOf([
      { ...a, unit: 'SPU-SINDH' },
      { ...b, unit: 'SSU-KP' },
    ]);
    const batch = await importFile(sindh, file);
    expect(await rowsOf(sindh, batch.id)).toMatchObject([
      { outcome: 'created' },
      { outcome: 'refused', errors: [{ code: 'imports.code-unknown' }] },
    ]);
    // Nor can he take a person of another unit over.
    const taken = await importFile(sindh, 'Service number,Name,Unit\nDEMO-00003,Aziz Ahmed,SPU-SINDH\n');
    expect((await rowsOf(sindh, taken.id))[0]).toMatchObject({
      ...{ outcome: 'refused', errors: [{ code: 'imports.person-out-of-scope' }] },
    });
    for (const path of ['', '/rows', '/faults', '/report.csv'])
      expect((await administrator('GET', `/api/v1/imports/${batch.id}${path}`)).status).toBe(404);
    expect((await sindh('GET', '/api/v1/imports')).body.items).toHaveLength(2);
    const trainer = await product.signIn('trainer');
    expect((await upload(trainer, SAMPLE)).body.code).toBe('platform.forbidden');
  });

  it('two imports of the same file at once make each person once', async () => {
    const file = csvOf(inventPeople(6, 300));
    const before = await state();
    const answers = await Promise.all([1, 2].map(() => upload(administrator, file, { dryRun: 'false' })));
    const batches = await Promise.all(answers.map(({ body }) => ended(administrator, body.id)));
    expect((await state()).people).toBe(before.people + 300);
    const created = batches.reduce((sum, batch) => sum + batch.counts.created, 0);
    const unchanged = batches.reduce((sum, batch) => sum + batch.counts.unchanged, 0);
    expect([batches.map((batch) => batch.state), created, unchanged]).toEqual([['done', 'done'], 300, 300]);
  });

  it('counts the faults of a file, finds the rows of each, and shows what stands in them without keeping it', async () => {
    const file = [
      'Belt No,Who,Unit,Date of birth',
      'LOOK-1,Hamza Zaidi,SPU-SINDH,31.02.1994',
      'LOOK-2,Hamza Zaidi,SPU-SINDH,03/04/1990',
      'LOOK-3,Hamza Zaidi,SPU-ATLANTIS,31.02.1994',
    ].join('\n');
    const mapping = JSON.stringify({ nameEn: 'Who' });
    const { id } = await importFile(administrator, file, { mapping });
    const { body: faults } = await administrator('GET', `/api/v1/imports/${id}/faults`, {
      headers: { 'accept-language': 'zh' },
    });
    expect(faults.items).toEqual([
      { code: 'imports.date-impossible', refuses: true, rows: 2, title: expect.stringMatching(/[\u4e00-\u9fff]/) },
      { code: 'imports.code-unknown', refuses: true, rows: 1, title: expect.any(String) },
      { code: 'imports.date-ambiguous', refuses: false, rows: 1, title: expect.any(String) },
    ]);
    const { body: rows } = await administrator('GET', `/api/v1/imports/${id}/rows?fault=imports.date-ambiguous`);
    expect(rows.items.map(({ row }: { row: number }) => row)).toEqual([3]);
    const look = (client: Client, fields: Record<string, string>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      body.set('file', new Blob([file]), 'people.csv');
      return client('POST', '/api/v1/imports/people/preview', { body });
    };
    const { status, body } = await look(administrator, { mapping, rows: '[2,4]' });
    expect([status, body.headers]).toEqual([200, ['Belt No', 'Who', 'Unit', 'Date of birth']]);
    expect(body.rows.map(({ values }: { values: { serviceNumber: string } }) => values.serviceNumber)).toEqual([
      'LOOK-1',
      'LOOK-3',
    ]);
    for (const wrong of ['[2.5]', '{}', 'two', JSON.stringify(Array(201).fill(2))])
      expect((await look(administrator, { rows: wrong })).body.fields).toMatchObject([{ field: 'rows' }]);
    expect((await look(await product.signIn('trainer'), {})).body.code).toBe('platform.forbidden');
    const [{ kept }] = await product.sql(`SELECT count(*)::int AS kept FROM import_batch WHERE file IS NOT NULL`);
    expect(kept).toBe(0);
  });

  it('takes its own templates, which hold no row', async () => {
    for (const language of ['en', 'ur', 'zh']) {
      const csv = await administrator('GET', '/api/v1/imports/people/template.csv', {
        headers: { 'accept-language': language },
      });
      expect(csv.body.split(',')).toHaveLength(HEADERS.length);
      expect(await importFile(administrator, csv.body)).toMatchObject({
        ...{ state: 'done', rowsTotal: 0, percent: 100, unknownHeaders: [], counts: counts({}) },
      });
    }
  });
});
