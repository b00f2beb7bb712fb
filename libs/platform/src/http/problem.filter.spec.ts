import { EventEmitter, once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { AppError, together } from '@jssu/kernel';
import pg from 'pg';
import { problemOf, toAppError } from './problem.filter.js';

const text = (en: string) => ({ en, ur: `${en} ur`, zh: `${en} zh` });
const refusal = (code: string) =>
  new AppError(code, { status: 409, title: text(code), remedy: text('Mend it') }, {}, { number: 1 });

describe('problems', () => {
  it('tells every refusal in the reader’s language, with its own members', () => {
    const { code, detail, alsoRefused } = problemOf(together([refusal('a.one'), refusal('a.two')]), 'ur', 'id', '/x');
    expect([code, detail]).toEqual(['a.one', 'a.one ur']);
    expect(alsoRefused).toEqual([
      { code: 'a.two', title: 'a.two ur', detail: 'a.two ur', remedy: 'Mend it ur', params: {}, number: 1 },
    ]);
    expect(problemOf(together([refusal('a.one')]), 'en', 'id', '/x')).not.toHaveProperty('alsoRefused');
  });

  const failureOf = (pool: pg.Pool): Promise<unknown> =>
    pool.connect().then(
      () => undefined,
      (error: unknown) => error,
    );

  it('is unavailable when every connection stays in use', async () => {
    class Connected extends EventEmitter {
      connect(done: () => void) {
        done();
      }
    }
    const pool = new pg.Pool({ Client: Connected as never, max: 1, connectionTimeoutMillis: 30 });
    await pool.connect();
    expect(toAppError(await failureOf(pool)).code).toBe('platform.unavailable');
  });

  it('is unavailable when the server takes the call and says nothing', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const pool = new pg.Pool({ host: '127.0.0.1', port, connectionTimeoutMillis: 30 });
    expect(toAppError(await failureOf(pool)).code).toBe('platform.unavailable');
    server.close();
  });
});
