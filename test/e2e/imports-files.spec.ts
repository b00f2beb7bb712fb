import { workbookOf } from '../../libs/imports/src/domain/workbook.fixtures.js';
import { csvOf, HEADERS, importFile, inventPeople, rowsOf, SAMPLE, upload } from '../harness/people-import.js';
import { DEMO_PASSWORD, startProduct, type Client, type Product } from '../harness/product.js';

const SAYS = expect.stringMatching(/\p{L}{2}/u);
const utf16 = (text: string, order: 'le' | 'be', mark = true): Buffer => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('files that people are imported from', () => {
  let product: Product;
  let administrator: Client;
  let n = 0;

  beforeAll(async () => {
    product = await startProduct();
    administrator = await product.signIn('administrator');
  }, 120_000);
  afterAll(() => product?.stop(), 30_000);

  /** A service number that no other test uses. */
  const fresh = () => `FILE-${++n}`;
  const personOf = async (serviceNumber: string) => {
    const { body } = await administrator('GET', `/api/v1/people?search=${serviceNumber}`);
    return (await administrator('GET', `/api/v1/people/${body.items[0].id}`)).body;
  };
  const firstErrors = async (file: string | Uint8Array) => {
    const { id } = await importFile(administrator, file);
    const [row] = await rowsOf(administrator, id);
    return [row.outcome, ...row.errors.map((error: { code: string }) => error.code)];
  };

  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE', (text) => utf16(text, 'le')],
    ['UTF-16BE', (text) => utf16(text, 'be')],
    ['UTF-16LE without byte order mark', (text) => utf16(text, 'le', false)],
    ['tabs for commas', (text) => Buffer.from(text.replaceAll(',', '\t'))],
    ['semicolons and lines of Unix', (text) => Buffer.from(text.replaceAll(',', ';').replaceAll('\r\n', '\n'))],
  ])('names in three scripts survive %s', async (_, encode) => {
    const [person] = inventPeople(1, 1);
    const serviceNumber = fresh();
    const names = { nameEn: 'Zainab Mirza', nameUr: 'زینب مرزا', nameZh: '宰娜卜·米尔扎' };
    await importFile(administrator, encode(csvOf([{ ...person, ...names, serviceNumber, nationalId: '' }])));
    expect(await personOf(serviceNumber)).toMatchObject(names);
  });

  describe('workbooks', () => {
    const styles =
      '<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="49"/></cellXfs>';
    const text = (value: string) => `<c t="inlineStr" s="2"><is><t>${value}</t></is></c>`;
    const number = (value: number | string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
    const header = `<row>${['Service number', 'Name', 'Unit', 'National id', 'Date of birth', 'Joined on', 'Phone'].map(text).join('')}</row>`;
    const book = (cells: string[], workbookPr?: string) =>
      workbookOf({ rows: `${header}<row>${cells.join('')}</row>`, styles, workbookPr });

    it('days of Excel, a CNIC as a number and a phone without its zero', async () => {
      const serviceNumber = fresh();
      const row = [text(serviceNumber), text('Aziz Ahmed'), text('SPU-SINDH')];
      const file = book([
        ...row,
        number('9.999810000001E12'),
        number(33000, 1),
        number('41000.75', 1),
        number(3939876543),
      ]);
      const batch = await importFile(administrator, file, { dryRun: 'false' }, 'people.xlsx');
      expect(batch).toMatchObject({ state: 'done', counts: { created: 1 } });
      expect(await personOf(serviceNumber)).toMatchObject({
        ...{ dateOfBirth: '1990-05-07', joinedOn: '2012-04-01', phone: '+923939876543', nationalId: '*****-*******-1' },
      });
    });

    it('days of the 1904 system', async () => {
      const serviceNumber = fresh();
      const row = [text(serviceNumber), text('Aziz Ahmed'), text('SPU-SINDH'), text('')];
      await importFile(administrator, book([...row, number(33000 - 1462, 1)], 'date1904="1"'));
      expect(await personOf(serviceNumber)).toMatchObject({ dateOfBirth: '1990-05-07' });
    });

    it('numbers that Excel has spoiled are refused, not guessed', async () => {
      const row = (id: string) => book([text(fresh()), text('Aziz Ahmed'), text('SPU-SINDH'), id]);
      expect(await firstErrors(row(text('9.99981E+12')))).toEqual(['refused', 'imports.national-id-scientific']);
      expect(await firstErrors(row(number('999810000001')))).toEqual(['refused', 'imports.national-id-zero-lost']);
      const formula = book([text(fresh()), '<c><f>CMD()</f></c>', text('SPU-SINDH')]);
      expect(await firstErrors(formula)).toEqual(['refused', 'imports.formula']);
    });

    it('its own templates, which hold no row', async () => {
      const body = { userName: 'administrator', password: DEMO_PASSWORD };
      const { accessToken } = (await product.call('POST', '/api/v1/auth/login', { body })).body;
      for (const language of ['en', 'ur', 'zh']) {
        const headers = { authorization: `Bearer ${accessToken}`, 'accept-language': language };
        const response = await fetch(`${product.url}/api/v1/imports/people/template.xlsx`, { headers });
        const batch = await importFile(administrator, new Uint8Array(await response.arrayBuffer()));
        expect(batch).toMatchObject({ state: 'done', rowsTotal: 0, unknownHeaders: [] });
      }
    });
  });

  it('wrong headers: nothing is imported, and the closest ones are named in the reader’s language', async () => {
    const file = csvOf(inventPeople(2, 3)).replace('Service number', 'Servise nmber').replace(',Unit,', ',Somewhere,');
    const { id, state, failure } = await importFile(administrator, file);
    expect([state, failure.code]).toEqual(['failed', 'imports.missing-columns']);
    const tell = async (language: string) =>
      (await administrator('GET', `/api/v1/imports/${id}`, { headers: { 'accept-language': language } })).body.failure;
    expect((await tell('en')).detail).toBe(
      'Not found in the header row: Service number, Unit. Did you mean: “Servise nmber” → Service number?',
    );
    expect((await tell('ur')).detail).toContain('سروس نمبر، یونٹ');
    expect((await tell('zh')).detail).toContain('军警号、单位');
    expect(await tell('zh')).toMatchObject({ title: SAYS, remedy: SAYS });
  });

  it('a mapping says which header is which; the rest is recognised, and unknown ones are named', async () => {
    const file = csvOf(inventPeople(3, 3))
      .replace('Service number', 'Roll')
      .replace(',Rank,', ',Shoe size,')
      .replace(',Unit,', ',یونٹ,');
    const mapping = JSON.stringify({ serviceNumber: 'Roll' });
    const batch = await importFile(administrator, file, { dryRun: 'false', mapping });
    expect(batch).toMatchObject({ state: 'done', unknownHeaders: ['Shoe size'], counts: { created: 3 } });
    const wrong = await importFile(administrator, file, { mapping: JSON.stringify({ serviceNumber: 'Rol' }) });
    expect(wrong.failure).toMatchObject({ code: 'imports.mapping-unknown', detail: expect.stringContaining('“Rol”') });
  });

  it('repeats within the file are refused with the row of the first', async () => {
    const [a, b] = inventPeople(4, 2).map((person) => ({ ...person, party: 'pk' }));
    const twice = { ...b, serviceNumber: `  ${a.serviceNumber.toLowerCase()}` };
    const { id } = await importFile(administrator, csvOf([a, twice, { ...b, nationalId: a.nationalId }, b]));
    const rows = await rowsOf(administrator, id);
    expect(rows.map(({ outcome, errors }) => [outcome, errors[0]?.code, errors[0]?.params.firstRow])).toEqual([
      ['created', undefined, undefined],
      ['refused', 'imports.service-number-repeated', 2],
      ['refused', 'imports.national-id-repeated', 2],
      ['created', undefined, undefined],
    ]);
  });

  it('what is broken in its last line is refused whole: no row of it is imported', async () => {
    const file = `${csvOf(inventPeople(50, 1200))}"X-1,never closed\n`;
    expect(await importFile(administrator, file)).toMatchObject({
      ...{ state: 'failed', rowsDone: 0, failure: { code: 'imports.quote-broken', remedy: SAYS } },
    });
    const latin = Buffer.concat([Buffer.from(csvOf(inventPeople(50, 3))), Buffer.from([0x58, 0xe9, 0x0a])]);
    expect((await importFile(administrator, latin)).failure.code).toBe('imports.encoding-broken');
    expect(await product.sql(`SELECT id FROM person WHERE service_number LIKE '%-50'`)).toEqual([]);
  });

  it('a file without a row is done at once; one without a header is refused', async () => {
    const header = `${HEADERS.join(',')}\r\n`;
    expect(await importFile(administrator, header)).toMatchObject({ state: 'done', rowsTotal: 0 });
    expect((await importFile(administrator, '\r\n\r\n')).failure.code).toBe('imports.file-empty');
  });

  it.each<[string, Uint8Array, string, number]>([
    ['nothing', new Uint8Array(), 'file-empty', 422],
    ['a document that says .xlsx', Buffer.from('%PDF-1.7 …'), 'not-a-table', 415],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'old-excel', 415],
    ['an archive of something else', workbookOf({ rows: '' }).slice(0, 60), 'archive-broken', 422],
  ])('%s is refused at the door, with what to do', async (_, bytes, code, status) => {
    for (const language of ['en', 'ur', 'zh']) {
      const body = new FormData();
      body.set('file', new Blob([Uint8Array.from(bytes)]), 'people.xlsx');
      const headers = { 'accept-language': language };
      const answer = await administrator('POST', '/api/v1/imports/people', { body, headers });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        ...[status, expect.stringContaining('application/problem+json')],
      ]);
      expect(answer.body).toMatchObject({ code: `imports.${code}`, title: SAYS, remedy: SAYS });
    }
  });

  it('a CSV that says .xlsx is read as what it is, and a picture that says .csv is not', async () => {
    const file = csvOf(inventPeople(6, 2));
    const batch = await importFile(administrator, file, { dryRun: 'false' }, 'people.xlsx');
    expect(batch).toMatchObject({ state: 'done', counts: { created: 2 } });
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex');
    expect((await importFile(administrator, picture)).failure).toMatchObject({ title: SAYS, remedy: SAYS });
  });

  it('fields count in any order; wrong ones are named and nothing is begun', async () => {
    const before = (await administrator('GET', '/api/v1/imports?limit=200')).body.items.length;
    const fields = { dryRun: 'no', atomic: '1', mapping: '{"belt":"x"}', dry_run: 'false' };
    const { status, body } = await upload(administrator, SAMPLE, fields);
    expect([status, body.code]).toEqual([400, 'platform.invalid-input']);
    expect(body.fields.map((field: { field: string }) => field.field).sort()).toEqual([
      ...['atomic', 'dryRun', 'dry_run', 'mapping'],
    ]);
    expect((await administrator('POST', '/api/v1/imports/people', { body: {} })).body.code).toBe('imports.no-file');
    const form = new FormData();
    form.set('dryRun', 'true');
    expect((await administrator('POST', '/api/v1/imports/people', { body: form })).body.code).toBe('imports.no-file');
    expect((await administrator('GET', '/api/v1/imports?limit=200')).body.items).toHaveLength(before);
    const late = new FormData();
    late.set('file', new Blob([csvOf(inventPeople(7, 1))]), 'a\u0000b\u202e.csv');
    late.set('dryRun', 'false');
    const { body: accepted } = await administrator('POST', '/api/v1/imports/people', { body: late });
    const { body: batch } = await administrator('GET', `/api/v1/imports/${accepted.id}`);
    expect(batch).toMatchObject({ dryRun: false, fileName: expect.stringMatching(/^a.?b\.csv$/) });
  });
});
