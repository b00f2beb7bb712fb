import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, readEnvironment } from './environment.js';

const key = () => randomBytes(32).toString('base64url');
const pem = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const COMPLETE = {
  DATABASE_URL: 'postgres://jssu:hidden-word@127.0.0.1:5432/jssu',
  JSSU_TOKEN_SECRET: key(),
  JSSU_DATA_KEY: key(),
  JSSU_CREDENTIAL_KEY: pem(2048),
};

function problemsOf(source: Record<string, string | undefined>): readonly string[] {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('have defaults that listen to this machine alone', () => {
    expect(readEnvironment(COMPLETE)).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      TRUSTED_PROXIES: 'loopback',
      DRAIN_SECONDS: 0,
    });
  });

  it('show every error at once, and the value of none', () => {
    const wrong = {
      DATABASE_URL: 'mysql://root:topsecret@db/x',
      REDIS_URL: 'topsecret',
      PORT: '99999',
      PUBLIC_URL: 'topsecret',
      JSSU_TOKEN_SECRET: 'topsecret',
      JSSU_DATA_KEY: 'topsecret',
      JSSU_CREDENTIAL_KEY: 'topsecret',
      DATABASE_POOL: '1',
      WORKER_CONCURRENCY: 'many',
      DRAIN_SECONDS: '-1',
      TRUSTED_PROXIES: 'the proxy',
      QUEUE_PREFIX: 'A b',
      LOG_LEVEL: 'topsecret',
    };
    const problems = problemsOf(wrong);
    for (const name of Object.keys(wrong)) expect([name, problems.some((p) => p.includes(name))]).toEqual([name, true]);
    expect(problems.join()).not.toContain('topsecret');
    expect(new ConfigurationError(problems).message.split('\n').length).toBe(problems.length + 1);
  });

  it('name all that are missing, on an empty environment', () => {
    const problems = problemsOf({});
    for (const name of Object.keys(COMPLETE)) expect(problems.some((problem) => problem.includes(name))).toBe(true);
  });

  it('take an empty value for a missing one', () => {
    expect(readEnvironment({ ...COMPLETE, REDIS_URL: '', PORT: '' })).toMatchObject({ PORT: 3000 });
    expect(problemsOf({ ...COMPLETE, JSSU_DATA_KEY: '' })).toHaveLength(1);
  });

  it('refuse a credential key that is no RSA key or too short, and take one with \\n for line ends', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    for (const JSSU_CREDENTIAL_KEY of [ec.toString(), pem(1024)])
      expect(problemsOf({ ...COMPLETE, JSSU_CREDENTIAL_KEY })).toEqual([
        'JSSU_CREDENTIAL_KEY must be an RSA private key of at least 2048 bits',
      ]);
    const JSSU_CREDENTIAL_KEY = COMPLETE.JSSU_CREDENTIAL_KEY.replaceAll('\n', '\\n');
    expect(problemsOf({ ...COMPLETE, JSSU_CREDENTIAL_KEY })).toEqual([]);
  });

  it('are all explained in docs/operations.md, with their defaults, and nothing else is', () => {
    const text = readFileSync(join(import.meta.dirname, '../docs/operations.md'), 'utf8');
    const table = text.slice(text.indexOf('## Settings'), text.indexOf('## ', text.indexOf('## Settings') + 3));
    const rows = [...table.matchAll(/^\| `(\w+)` +\| ([^|]+?) +\|/gm)].map(([, name, value]) => [name, value] as const);
    const source = readFileSync(join(import.meta.dirname, 'environment.ts'), 'utf8');
    const declared = [...source.matchAll(/^ {2}readonly ([A-Z][A-Z_]+)\??: (?:string|number)(?: = (.+))?;$/gm)].map(
      ([, name, value]) => [name, value?.replaceAll("'", '')] as const,
    );
    expect(rows.map(([name]) => name).sort()).toEqual(declared.map(([name]) => name).sort());
    const stated = new Map(rows);
    for (const [name, value] of declared)
      expect([name, stated.get(name)]).toEqual([name, value ?? expect.stringMatching(/^(needed|none)/)]);
  });
});
