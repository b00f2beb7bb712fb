import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startProduct, type Product } from '../harness/product.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the web application as the api serves it', () => {
  let product: Product;

  beforeAll(async () => {
    product = await startProduct();
  }, 120_000);
  afterAll(() => product?.stop());

  it('shows its page at every address that nobody else owns, and never keeps it', async () => {
    for (const path of ['/', '/people', '/people/0193?edit=true', '/my/training']) {
      const { status, headers, body } = await product.call('GET', path);
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
      expect(body).toContain('<div id="root">');
    }
  });

  it('leaves the addresses of the api and its public pages alone', async () => {
    for (const path of [
      '/api/v1/nothing',
      '/api',
      '/verify/NOTHING-HERE',
      '/health/nothing',
      '/problems/no.such-code',
    ]) {
      const { status, body } = await product.call('GET', path);
      expect([path, status]).toEqual([path, 404]);
      expect(JSON.stringify(body)).not.toContain('id=\\"root\\"');
    }
    expect((await product.call('GET', '/metrics')).headers.get('content-type')).toContain('text/plain');
    expect((await product.call('POST', '/people')).status).toBe(404);
  });

  it('keeps its parts for good, packed, and tells a part that is gone', async () => {
    const [script] = readdirSync(`${ROOT}dist/apps/web/assets`).filter((name) => name.endsWith('.js'));
    const { status, headers } = await product.call('GET', `/assets/${script}`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect([status, headers.get('content-encoding'), headers.get('cache-control')]).toEqual([
      200,
      'br',
      'public, max-age=31536000, immutable',
    ]);
    const gone = await product.call('GET', '/assets/gone-01234567.js');
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, null]);
    for (const path of ['/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fpackage.json'])
      expect([path, (await product.call('GET', path)).status]).toEqual([path, 404]);
  });

  it('runs no script but its own', async () => {
    const { headers, body } = await product.call('GET', '/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy.replace(/style-src[^;]*/, '')).not.toMatch(/unsafe|\*|https?:/);
    expect(body).not.toMatch(/<script(?![^>]*src=)|\son\w+=/);
  });

  it('speaks to the api as the api describes itself', async () => {
    const result = await new Promise<{ code: number | null; output: string }>((resolve) => {
      const child = execFile(
        process.execPath,
        ['apps/web/generate-client.mjs', product.url, '--check'],
        { cwd: ROOT },
        (_error, stdout, stderr) => resolve({ code: child.exitCode, output: stdout + stderr }),
      );
    });
    expect(result).toEqual({ code: 0, output: '' });
  }, 60_000);
});
