import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { deflateRawSync } from 'node:zlib';
import { workbookOf } from '../../libs/imports/src/domain/workbook.fixtures.js';
import { csvOf, importFile, inventPeople, upload } from '../harness/people-import.js';
import { DEMO_PASSWORD, startProduct, type Client, type Product } from '../harness/product.js';

const MIB = 1024 * 1024;
/** Resident memory of a process in MiB. */
const memoryOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

describe('uploads beyond the limits', () => {
  let product: Product;
  let administrator: Client;
  let token: string;

  beforeAll(async () => {
    product = await startProduct();
    administrator = await product.signIn('administrator');
    const body = { userName: 'administrator', password: DEMO_PASSWORD };
    token = (await product.call('POST', '/api/v1/auth/login', { body })).body.accessToken;
  }, 120_000);
  afterAll(() => product?.stop(), 30_000);

  const HEAD =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="large.csv"\r\ncontent-type: text/csv\r\n\r\n';
  /** Sends a form with a file of so many MiB, piece by piece. @returns the answer and how much had been sent by then */
  const send = (size: number, headers: Record<string, string | number> = {}, authorization = `Bearer ${token}`) =>
    new Promise<{ status?: number; type?: string; body: { code: string; remedy: string }; sent: number }>(
      (resolve, reject) => {
        let sent = 0;
        let text = '';
        const type = 'multipart/form-data; boundary=b';
        const call = request(`${product.url}/api/v1/imports/people`, {
          method: 'POST',
          headers: { 'content-type': type, authorization, ...headers },
        });
        call.on('response', (response) => {
          const sentBy = sent;
          response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          response.on('end', () => {
            call.destroy();
            const { statusCode: status, headers: answered } = response;
            resolve({ status, type: answered['content-type'], body: JSON.parse(text), sent: sentBy });
          });
        });
        call.on('error', (error) => (text === '' ? reject(error) : undefined));
        call.write(HEAD);
        const piece = Buffer.alloc(MIB, 'a,b,c\n');
        const next = () => {
          if (sent >= size || call.destroyed) return void call.end('\r\n--b--\r\n');
          sent += 1;
          if (call.write(piece)) setImmediate(next);
          else call.once('drain', next);
        };
        next();
      },
    );

  it('100 MB are refused at once by what the request says, and as soon as they are too many when it does not say', async () => {
    const before = memoryOf(product.api.pid);
    const delays: number[] = [];
    const probe = setInterval(() => {
      const asked = performance.now();
      void product.call('GET', '/health/live').then(() => delays.push(performance.now() - asked));
    }, 20);
    const length = HEAD.length + 100 * MIB + '\r\n--b--\r\n'.length;
    const declared = await send(100, { 'content-length': length });
    const chunked = await Promise.all([1, 2, 3].map(() => send(100)));
    clearInterval(probe);
    for (const answer of [declared, ...chunked]) {
      expect(answer).toMatchObject({ status: 413, type: expect.stringContaining('application/problem+json') });
      expect(answer.body).toMatchObject({ code: 'imports.file-too-large', params: { limitMb: 20 } });
      expect(answer.body.remedy).toMatch(/Split/);
    }
    expect(declared.sent).toBeLessThan(20);
    expect(delays.length).toBeGreaterThan(5);
    expect(Math.max(...delays)).toBeLessThan(1000);
    expect(memoryOf(product.api.pid) - before).toBeLessThan(200);
    expect(await product.sql('SELECT id FROM import_batch')).toEqual([]);
  }, 30_000);

  it('nobody who may not import can make the server take a file in', async () => {
    expect(await send(100, {}, '')).toMatchObject({ status: 401, body: { code: 'platform.not-signed-in' } });
  });

  it('a file of 19 MB goes through, though JSON may have 1 MB', async () => {
    const rows = csvOf(inventPeople(3, 10));
    const filled = `${rows}${','.repeat(15)}\n`.concat(`${' '.repeat(999)},\n`.repeat(18_900));
    expect(filled.length).toBeGreaterThan(18 * MIB);
    expect(await importFile(administrator, filled)).toMatchObject({ state: 'done', counts: { created: 10 } });
    const json = await administrator('POST', '/api/v1/people', { body: { nameEn: 'x'.repeat(2 * MIB) } });
    expect([json.status, json.body.code]).toEqual([413, 'platform.too-large']);
    expect(json.body.remedy).not.toBe('');
  }, 30_000);

  it('more than 50,000 rows are refused whole', async () => {
    const rows = ['Service number,Name,Unit', ...Array.from({ length: 50_001 }, (_, i) => `ROW-${i},Aziz,SPU-SINDH`)];
    const batch = await importFile(administrator, rows.join('\n'));
    expect(batch).toMatchObject({ state: 'failed', rowsDone: 0, failure: { code: 'imports.too-many-rows' } });
  }, 30_000);

  it('a zip bomb is refused at the door, and one that lies about its size when it is opened', async () => {
    const bomb = deflateRawSync(Buffer.alloc(300 * MIB, 0x20));
    const file = (unpacked: number) => {
      const bytes = Buffer.from(workbookOf({ rows: '', more: [['xl/worksheets/sheet2.xml', bomb]] }));
      // The last entry of the directory is made to say "deflated", and the size that is claimed.
      const at = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
      bytes.writeUInt16LE(8, at + 10);
      bytes.writeUInt32LE(unpacked, at + 24);
      return bytes;
    };
    const open = await upload(administrator, file(300 * MIB), {}, 'bomb.xlsx');
    expect([open.status, open.body.code]).toEqual([413, 'imports.archive-bomb']);
    expect(open.body.remedy).toMatch(/CSV/);

    const sheet = Buffer.from(file(1000).toString('latin1').replaceAll('sheet1.xml', 'sheet3.xml'), 'latin1');
    const lying = Buffer.from(sheet.toString('latin1').replaceAll('sheet2.xml', 'sheet1.xml'), 'latin1');
    const before = memoryOf(product.worker.pid);
    const batch = await importFile(administrator, lying);
    expect(batch).toMatchObject({ state: 'failed', failure: { code: 'imports.archive-broken' } });
    expect(memoryOf(product.worker.pid) - before).toBeLessThan(150);
  }, 30_000);
});
