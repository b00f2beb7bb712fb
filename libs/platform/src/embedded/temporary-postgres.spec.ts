import { jest } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { debianBinaries } from './postgres-binaries.js';
import { sweepTemporaryFolders } from './temporary-folder.js';
import { startDebianPostgres, startTemporaryPostgres, type TemporaryPostgres } from './temporary-postgres.js';

// Servers are started and killed here, perhaps on a busy machine.
jest.setTimeout(60_000);

async function ask(server: TemporaryPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0] as unknown[];
  } finally {
    await client.end();
  }
}

describe('startTemporaryPostgres', () => {
  it('runs PostgreSQL 18 with what we need, for one test, and leaves nothing', async () => {
    const server = await startTemporaryPostgres({ settings: { shared_buffers: '16MB', max_connections: '30' } });
    const folder = dirname(server.dataDir);
    try {
      expect(server.version).toMatch(/^18\./);
      expect(
        await ask(
          server,
          `SELECT current_setting('server_version'), current_setting('fsync'), current_setting('full_page_writes'),
                  current_setting('synchronous_commit'), current_setting('max_connections'), current_setting('timezone')`,
        ),
      ).toEqual([server.version, 'off', 'off', 'off', '30', 'UTC']);
      expect(
        await ask(
          server,
          `SELECT count(*)::int FROM pg_available_extensions
            WHERE name IN ('btree_gist', 'pg_trgm', 'pgcrypto', 'citext', 'unaccent')`,
        ),
      ).toEqual([5]);
      expect(statSync(server.dataDir).mode & 0o777).toBe(0o700);
    } finally {
      await server.stop();
    }
    expect(existsSync(folder)).toBe(false);
    expect(() => process.kill(server.pid, 0)).toThrow();
  });

  it('tells when the server dies by itself', async () => {
    const server = await startTemporaryPostgres({ settings: { shared_buffers: '16MB' } });
    process.kill(server.pid, 'SIGKILL');
    expect(await server.died).toBe('the database server ended (SIGKILL)');
    await server.stop();
    expect(existsSync(dirname(server.dataDir))).toBe(false);
  });

  it('reports a setting that the server refuses with the words of the server', async () => {
    await expect(startTemporaryPostgres({ settings: { max_connections: 'many' } })).rejects.toThrow(
      /invalid value for parameter "max_connections"/,
    );
  });
});

describe('startDebianPostgres', () => {
  it('is undefined for a version that is not installed', async () => {
    expect(await startDebianPostgres(9)).toBeUndefined();
  });

  if (debianBinaries(15)) {
    it('runs the installed version the same way', async () => {
      const server = await startDebianPostgres(15, { settings: { shared_buffers: '16MB' } });
      if (!server) throw new Error('no server');
      try {
        expect(server.version).toMatch(/^15\./);
        expect(
          await ask(server, `SELECT current_setting('server_version_num')::int / 10000, current_setting('fsync')`),
        ).toEqual([15, 'off']);
      } finally {
        await server.stop();
      }
    });
  }
});

describe('sweepTemporaryFolders', () => {
  it('removes what a killed run left, and nothing of a living one', async () => {
    const left = mkdtempSync(join(tmpdir(), 'jssu-temporary-'));
    mkdirSync(join(left, 'data'));
    writeFileSync(join(left, 'owner'), '999999999 long gone');
    const living = await startTemporaryPostgres({ settings: { shared_buffers: '16MB' } });
    try {
      await sweepTemporaryFolders();
      expect(existsSync(left)).toBe(false);
      expect(existsSync(living.dataDir)).toBe(true);
    } finally {
      await living.stop();
    }
  });
});
