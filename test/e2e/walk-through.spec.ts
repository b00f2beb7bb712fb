import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_PASSWORD, startProduct, type Product } from '../harness/product.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The commands of the README, as they stand there. */
function walkThrough(): string {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const block = /## A walk through\n[\s\S]*?```bash\n([\s\S]*?)```/.exec(readme)?.[1];
  if (!block) throw new Error('the README has no walk through');
  return block;
}

describe('the demo data', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ demo: 'story' });
  }, 120_000);
  afterAll(() => product?.stop());

  it('show certifications in every standing that people ask about', async () => {
    const administrator = await product.signIn('administrator');
    const { items } = (await administrator('GET', '/api/v1/certifications?limit=200')).body;
    const statuses = new Set(items.map(({ status }: { status: string }) => status));
    expect([...statuses].sort()).toEqual(
      ['current', 'in_grace', 'lapsed', 'pending_decision', 'renewal_due', 'revoked', 'suspended'].sort(),
    );
  });

  it('show offerings at every stage, in three languages, and nothing that fails', async () => {
    const trainer = await product.signIn('trainer');
    const { items } = (await trainer('GET', '/api/v1/offerings?limit=50')).body;
    expect(new Set(items.map(({ language }: { language: string }) => language))).toEqual(new Set(['en', 'ur', 'zh']));
    expect(new Set(items.map(({ state }: { state: string }) => state))).toEqual(
      new Set(['ratified', 'in_progress', 'confirmed', 'published', 'planned', 'cancelled']),
    );
    const { failed } = (
      await product.sql<{ failed: number }>(
        `SELECT count(*)::int AS failed FROM certification_task WHERE state IN ('failed', 'queued')`,
      )
    )[0];
    expect(failed).toBe(0);
  });

  it('let the trainee see what is next, and the trainer who can no longer pass', async () => {
    const trainee = await product.signIn('trainee');
    const training = (await trainee('GET', '/api/v1/me/training')).body.items;
    expect(training.length).toBeGreaterThanOrEqual(3);
    expect((await trainee('GET', '/api/v1/me/certificates')).body.items).toHaveLength(1);
    const trainer = await product.signIn('trainer');
    const running = (await trainer('GET', '/api/v1/offerings?state=in_progress')).body.items[0];
    const progress = (await trainer('GET', `/api/v1/offerings/${running.id}/progress`)).body.items;
    expect(progress[0].outlook.passing).toBe('impossible');
  });

  describe("and the README's walk through on them", () => {
    let output: string;
    const folder = mkdtempSync(join(tmpdir(), 'jssu-walk-'));

    beforeAll(async () => {
      const script = walkThrough()
        .replace('http://localhost:3000', product.url)
        .replaceAll('certificate.pdf', join(folder, 'certificate.pdf'));
      writeFileSync(join(folder, 'walk.sh'), script);
      output = await new Promise<string>((resolve, reject) => {
        const child = spawn('bash', [join(folder, 'walk.sh')], {
          cwd: ROOT,
          env: { ...process.env, NODE_OPTIONS: '', PASSWORD: DEMO_PASSWORD },
          timeout: 100_000,
        });
        let text = '';
        for (const stream of [child.stdout, child.stderr])
          stream.setEncoding('utf8').on('data', (part) => (text += part));
        child.once('error', reject);
        child.once('exit', () => resolve(text));
      });
    }, 120_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('imports everybody', () => {
      expect(output).toMatch(/"created":600/);
      expect(output).toContain('نیا اندراج,');
    });

    it('is refused where it says so, and nowhere else', () => {
      const codes = [...output.matchAll(/"type":"\/problems\/([\w.-]+)"/g)].map((match) => match[1]);
      expect(codes).toEqual(['scheduling.clash', 'platform.forbidden']);
      expect(output).not.toMatch(/Error|undefined/);
    });

    it('fills two seats, and lets one wait', () => {
      expect(output).toMatch(/"capacity":2,"minimum":1,"held":2,"free":0/);
      expect(output).toMatch(/"waitingCount":1/);
    });

    it('ends with certificates that verify, and with an intact chain', () => {
      expect(output).toMatch(/GATE-1-A.*"issued":2.*"percent":100/);
      expect(readFileSync(join(folder, 'certificate.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
      expect(output).toMatch(/"state":"valid"/);
      expect(output).toMatch(/"intact":true/);
    });
  });
});
