import { startProduct, eventually, DEMO_PASSWORD, type Answer, type Product } from '../harness/product.js';
import { fewPeople, queueImport } from '../harness/small-import.js';

describe('the log at its most talkative', () => {
  let product: Product;
  /** What must not be in it, by what it is. */
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    product = await startProduct({ settings: { LOG_LEVEL: 'debug' } });
  }, 120_000);
  afterAll(() => product?.stop());

  const logIn = (userName: string, password: string): Promise<Answer> =>
    product.call('POST', '/api/v1/auth/login', { body: { userName, password } });

  it('holds no password, token, key or national id, whatever is done and goes wrong', async () => {
    const { env } = product;
    secrets.set('password of the database', new URL(product.databaseUrl).password);
    for (const name of ['JSSU_TOKEN_SECRET', 'JSSU_DATA_KEY']) secrets.set(name, env[name] ?? '');
    secrets.set('JSSU_CREDENTIAL_KEY', (env['JSSU_CREDENTIAL_KEY'] ?? '').split('\n')[3]);
    secrets.set('demo password', DEMO_PASSWORD);

    const signedIn = await logIn('administrator', DEMO_PASSWORD);
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0];
    const token = signedIn.body.accessToken as string;
    secrets.set('access token', token.split('.')[2]);
    secrets.set('refresh token', cookie.split('.')[1]);
    secrets.set('wrong password', 'wrong-password-9137');
    await logIn('administrator', 'wrong-password-9137');
    await logIn('nobody', 'wrong-password-9137');
    await product.call('POST', '/api/v1/auth/login', {
      body: { userName: 'administrator', password: ['wrong-password-9137'] },
    });
    await product.call('GET', `/api/v1/me?token=wrong-password-9137`, { token: 'x.wrong-password-9137.y' });
    const refreshed = await product.call('POST', '/api/v1/auth/refresh', { headers: { cookie } });
    secrets.set('second access token', refreshed.body.accessToken.split('.')[2]);
    const root = (method: string, path: string, body?: unknown) =>
      product.call(method, path, { token: refreshed.body.accessToken, body });

    const [nationalId, badId] = ['9999954321017', '99999543210'];
    secrets.set('national id', nationalId);
    secrets.set('national id with dashes', '99999-5432101-7');
    secrets.set('malformed national id', badId);
    const { body: units } = await root('GET', '/api/v1/units');
    const person = { nameEn: 'Logged', unitId: units.items[0].id };
    const { body: created } = await root('POST', '/api/v1/people', {
      ...person,
      serviceNumber: 'LOG-1',
      nationalId: '99999-5432101-7',
    });
    await root('POST', '/api/v1/people', { ...person, serviceNumber: 'LOG-2', nationalId });
    await root('POST', '/api/v1/people', { ...person, serviceNumber: 'LOG-3', nationalId: badId });
    const reveal = { reason: 'to see whether it is logged' };
    expect((await root('POST', `/api/v1/people/${created.id}/national-id-reveals`, reveal)).body).toEqual({
      nationalId,
    });

    const { body: account } = await root('POST', '/api/v1/accounts', { userName: 'logged.account' });
    secrets.set('one-time password', account.oneTimePassword);
    await root('POST', '/api/v1/accounts', { userName: 'weak.account', password: 'weak-one-7741' });
    secrets.set('refused password', 'weak-one-7741');
    await root('POST', '/api/v1/auth/password', {
      currentPassword: 'old-guess-5512',
      newPassword: 'a new phrase of words',
    });
    secrets.set('guess at the old password', 'old-guess-5512');
    secrets.set('new password', 'a new phrase of words');

    // One file with good ids, one with bad ones, one that is no table.
    const client = (method: string, path: string, options?: object) =>
      product.call(method, path, { token: refreshed.body.accessToken, ...options });
    for (const csv of [fewPeople('LOG-I', 2, nationalId), fewPeople('LOG-J', 2, badId), `${nationalId}\u0000\n"`]) {
      const { status, body } = await queueImport(client, csv);
      if (status !== 202) continue;
      await eventually(
        async () => (await client('GET', `/api/v1/imports/${body.id}`)).body.state,
        (state) => ['done', 'refused', 'failed'].includes(state),
      );
    }
    // The database fails under a request: the error is logged with its stack.
    await product.sql('ALTER TABLE person RENAME TO person_away');
    expect((await root('POST', '/api/v1/people', { ...person, serviceNumber: 'LOG-4', nationalId })).status).toBe(500);
    await product.sql('ALTER TABLE person_away RENAME TO person');

    const log = product.api.output + product.worker.output;
    expect(log).toContain('"route":"/api/v1/auth/login"');
    expect(log).toContain('person');
    expect(log.split('\n').length).toBeGreaterThan(30);
    for (const [what, secret] of secrets) {
      expect([what, secret.length > 8]).toEqual([what, true]);
      expect([what, log.includes(secret)]).toEqual([what, false]);
    }
  }, 90_000);

  it('names each request, its errors by the id that the reader was shown', async () => {
    await product.sql('ALTER TABLE person RENAME TO person_away');
    const root = await product.signIn('administrator');
    const { status, headers, body } = await root('GET', '/api/v1/people');
    await product.sql('ALTER TABLE person_away RENAME TO person');
    expect([status, body.code]).toEqual([500, 'platform.internal']);
    expect(JSON.stringify(body)).not.toContain('person_away');
    const lines = product.api.output
      .split('\n')
      .filter((line) => line.includes(headers.get('x-request-id') ?? '-'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.find((line) => line['errorId'] === body.errorId)).toMatchObject({
      level: 50,
      route: '/api/v1/people',
    });
    expect(lines.find((line) => line['status'] === 500)).toMatchObject({ method: 'GET', route: '/api/v1/people' });
  });
});
