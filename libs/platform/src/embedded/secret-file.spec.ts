import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepSecret } from './secret-file.js';

describe('keepSecret', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jssu-secret-'));
    file = join(folder, 'secret');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes the secret once, for the owner alone', () => {
    expect(keepSecret(file, () => 'first')).toBe('first');
    expect(keepSecret(file, () => 'second')).toBe('first');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secret']);
  });

  it('closes a file that was open to others', () => {
    writeFileSync(file, 'old\n');
    chmodSync(file, 0o644);
    expect(keepSecret(file, () => 'new')).toBe('old');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind when the secret cannot be made', () => {
    const fail = () =>
      keepSecret(file, () => {
        throw new Error('no entropy');
      });
    expect(fail).toThrow('no entropy');
    expect(readdirSync(folder)).toEqual([]);
  });
});
