import { DEMO_PASSWORD, startProduct, type Client, type Product } from '../harness/product.js';

describe('identity and access over HTTP', () => {
  let product: Product;
  let administrator: Client;

  beforeAll(async () => {
    product = await startProduct();
    administrator = await product.signIn('administrator');
  }, 120_000);
  afterAll(() => product?.stop());

  const cookieOf = (headers: Headers) => headers.getSetCookie().find((c) => c.startsWith('jssu_refresh=')) ?? '';
  const logIn = (userName: string, password = DEMO_PASSWORD) =>
    product.call('POST', '/api/v1/auth/login', { body: { userName, password } });

  it('is closed to those who are not signed in', async () => {
    for (const path of ['/api/v1/people', '/api/v1/units', '/api/v1/audit', '/api/v1/me', '/api/v1/accounts']) {
      const answer = await product.call('GET', path);
      expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'platform.not-signed-in']);
    }
    const forged = await product.call('GET', '/api/v1/me', { token: 'a.b.c' });
    expect(forged.status).toBe(401);
  });

  it('rotates the refresh token; one that comes twice ends the whole session', async () => {
    const first = await logIn('auditor');
    const cookie = cookieOf(first.headers);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api\/v1\/auth/);
    const old = cookie.split(';')[0];
    const second = await product.call('POST', '/api/v1/auth/refresh', { headers: { cookie: old } });
    expect(second.status).toBe(200);
    const stolen = await product.call('POST', '/api/v1/auth/refresh', {
      headers: { cookie: old, 'user-agent': 'another browser' },
    });
    expect([stolen.status, stolen.body.code]).toEqual([401, 'identity.session-ended']);
    const legitimate = await product.call('POST', '/api/v1/auth/refresh', {
      headers: { cookie: cookieOf(second.headers).split(';')[0] },
    });
    expect(legitimate.status).toBe(401);
    expect((await product.call('GET', '/api/v1/me', { token: second.body.accessToken })).status).toBe(401);
  });

  it('takes the token before once more, soon and from the same browser: the answer may not have arrived', async () => {
    const refresh = (cookie: string) => product.call('POST', '/api/v1/auth/refresh', { headers: { cookie } });
    const old = cookieOf((await logIn('auditor')).headers).split(';')[0];
    const lost = await refresh(old);
    const again = await refresh(old);
    expect([lost.status, again.status]).toEqual([200, 200]);
    const next = cookieOf(again.headers).split(';')[0];
    const [{ status }, late] = [await refresh(next), cookieOf(lost.headers).split(';')[0]];
    expect([status, (await refresh(late)).status, (await refresh(next)).status]).toEqual([200, 401, 401]);

    const slow = cookieOf((await logIn('auditor')).headers).split(';')[0];
    expect((await refresh(slow)).status).toBe(200);
    await product.sql(`UPDATE login_session SET last_used_at = now() - interval '11 seconds' WHERE id = $1`, [
      slow.split('=')[1].split('.')[0],
    ]);
    expect((await refresh(slow)).status).toBe(401);
  });

  it('lists sessions and ends one at once', async () => {
    const [a, b] = [await logIn('trainer'), await logIn('trainer')];
    const { body } = await product.call('GET', '/api/v1/auth/sessions', { token: a.body.accessToken });
    const other = body.items.find((s: { current: boolean }) => !s.current);
    expect(
      (await product.call('DELETE', `/api/v1/auth/sessions/${other.id}`, { token: a.body.accessToken })).status,
    ).toBe(204);
    expect((await product.call('GET', '/api/v1/me', { token: b.body.accessToken })).status).toBe(401);
    expect((await product.call('GET', '/api/v1/me', { token: a.body.accessToken })).status).toBe(200);
  });

  it('takes a role away at once, with the token still valid', async () => {
    const commander = await product.signIn('commander');
    expect((await commander('GET', '/api/v1/people')).status).toBe(200);
    const { body } = await administrator('GET', '/api/v1/accounts');
    const account = body.items.find((a: { userName: string }) => a.userName === 'commander');
    const [grant] = account.grants;
    expect((await administrator('DELETE', `/api/v1/accounts/${account.id}/grants/${grant.id}`)).status).toBe(204);
    const refused = await commander('GET', '/api/v1/people');
    expect([refused.status, refused.body.code]).toEqual([403, 'platform.forbidden']);
    const again = { role: grant.role, unitId: grant.unitId };
    expect((await administrator('POST', `/api/v1/accounts/${account.id}/grants`, { body: again })).status).toBe(201);
    expect((await commander('GET', '/api/v1/people')).status).toBe(200);
  });

  it('takes nothing but texts for a name and a password', async () => {
    for (const body of [
      {},
      { userName: 'auditor' },
      { userName: ['auditor'], password: [DEMO_PASSWORD] },
      { userName: { a: 1 }, password: 'x' },
      { userName: 'auditor', password: 'x'.repeat(1001) },
    ]) {
      const refused = await product.call('POST', '/api/v1/auth/login', { body });
      expect([JSON.stringify(body).slice(0, 40), refused.status]).toEqual([JSON.stringify(body).slice(0, 40), 401]);
    }
  });

  it('lets nobody change his own rights, or give more than he has', async () => {
    const { body: me } = await administrator('GET', '/api/v1/me');
    const own = await administrator('POST', `/api/v1/accounts/${me.accountId}/grants`, { body: { role: 'auditor' } });
    expect([own.status, own.body.code]).toEqual([403, 'identity.own-rights']);
    const { body: units } = await administrator('GET', '/api/v1/units');
    const sindh = units.items.find((u: { code: string }) => u.code === 'SPU-SINDH').id;
    const password = 'another long pass phrase';
    const { body: local } = await administrator('POST', '/api/v1/accounts', {
      body: { userName: 'sindh.admin', password },
    });
    await administrator('POST', `/api/v1/accounts/${local.id}/grants`, {
      body: { role: 'administrator', unitId: sindh },
    });
    const localAdministrator = await product.signIn('sindh.admin', password);
    const { body: victim } = await administrator('POST', '/api/v1/accounts', {
      body: { userName: 'plain.account', password },
    });
    const wider = await localAdministrator('POST', `/api/v1/accounts/${victim.id}/grants`, {
      body: { role: 'auditor' },
    });
    expect([wider.status, wider.body.code]).toEqual([403, 'identity.beyond-own-scope']);
  });

  it.each([
    ['short', 'too-short'],
    ['aaaaaaaaaaaaaaaaaaaa', 'repetition'],
    ['weak.account-2026!', 'context'],
    ['password12345678', 'common'],
  ])('refuses the weak password %s', async (password, problem) => {
    const refused = await administrator('POST', '/api/v1/accounts', { body: { userName: 'weak.account', password } });
    expect([refused.status, refused.body.code]).toEqual([422, `identity.password-${problem}`]);
  });

  it('slows down guessing, also of names that do not exist', async () => {
    for (const userName of ['nobody.here', 'auditor']) {
      const codes: string[] = [];
      for (let i = 0; i < 7; i++) codes.push((await logIn(userName, `wrong password ${i}`)).body.code);
      expect(codes).toEqual([...Array(5).fill('identity.wrong-credentials'), ...Array(2).fill('identity.throttled')]);
    }
  });

  it('changes the password only with the old one, and ends the other sessions', async () => {
    const [mine, other] = [await logIn('trainee'), await logIn('trainee')];
    const newPassword = 'a rather different phrase';
    const change = (currentPassword: string) =>
      product.call('POST', '/api/v1/auth/password', {
        token: mine.body.accessToken,
        body: { currentPassword, newPassword },
      });
    expect((await change('not the password')).body.code).toBe('identity.wrong-credentials');
    const session = (await product.call('GET', '/api/v1/auth/sessions', { token: mine.body.accessToken })).body.items;
    expect(session.filter((s: { current: boolean }) => s.current)).toHaveLength(1);
    expect((await change(DEMO_PASSWORD)).status).toBe(204);
    expect((await product.call('GET', '/api/v1/me', { token: other.body.accessToken })).status).toBe(401);
    expect((await product.call('GET', '/api/v1/me', { token: mine.body.accessToken })).status).toBe(200);
    expect((await logIn('trainee', newPassword)).status).toBe(200);
  });

  it('makes the first administrator by command, and only the first', async () => {
    const { status, output } = await product.cli('create-administrator', 'second.administrator');
    expect(status).toBe(1);
    expect(output).toContain('there is an administrator already');
  });

  it('answers a malformed or unknown address with a problem document', async () => {
    for (const [path, code] of [
      ['/api/v1/%zz', 'platform.invalid-input'],
      ['/api/v1/no-such-thing', 'platform.not-found'],
    ]) {
      const { headers, body } = await product.call('GET', path);
      expect([headers.get('content-type'), body.code]).toEqual(['application/problem+json; charset=utf-8', code]);
    }
  });

  it('answers health, metrics and a description of itself', async () => {
    expect((await product.call('GET', '/health/live')).body).toEqual({ status: 'live' });
    expect((await product.call('GET', '/health/ready')).body).toMatchObject({ status: 'ready', database: true });
    const metrics = (await product.call('GET', '/metrics')).body as string;
    for (const name of [
      'http_request_duration_seconds_bucket',
      'database_pool_connections',
      'outbox_pending_jobs',
      'queue_jobs{queue="default",state="failed"} 0',
    ])
      expect(metrics).toContain(name);
    const { body: openApi } = await product.call('GET', '/api/openapi.json');
    expect(openApi.paths['/api/v1/people'].post.responses['409'].content).toHaveProperty(['application/problem+json']);
    expect(openApi.components.schemas.CreatePersonDto.required).toContain('serviceNumber');
  });
});
