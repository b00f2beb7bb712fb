import { randomBytes } from 'node:crypto';
import { startProduct, type Answer, type Client, type Product } from '../harness/product.js';

const PASSWORD = 'seven plain words for an account test';
const OWN = 'a phrase that nobody else knows';
const reason = 'ordered by the training office';

describe('accounts in the hands of administrators', () => {
  let product: Product;
  let root: Client;
  let units: Map<string, string>;

  beforeAll(async () => {
    product = await startProduct();
    root = await product.signIn('administrator');
    const { body } = await root('GET', '/api/v1/units?limit=200');
    units = new Map(body.items.map((unit: { code: string; id: string }) => [unit.code, unit.id]));
  }, 120_000);
  afterAll(() => product?.stop());

  const logIn = (userName: string, password: string, address = '127.0.0.1'): Promise<Answer> =>
    product.call('POST', '/api/v1/auth/login', {
      body: { userName, password },
      // The test stands where the trusted reverse proxy does.
      headers: { 'x-forwarded-for': address },
    });
  const account = async (userName: string, unit: string | null = 'SPU-SINDH', role = 'commander'): Promise<string> => {
    const { body } = await root('POST', '/api/v1/accounts', { body: { userName, password: PASSWORD } });
    const unitId = unit ? units.get(unit) : undefined;
    await root('POST', `/api/v1/accounts/${body.id}/grants`, { body: { role, unitId } });
    return body.id as string;
  };

  it('disables an account: its sessions end at once, and it opens again with what it had', async () => {
    const id = await account('to.disable');
    const client = await product.signIn('to.disable', PASSWORD);
    expect((await client('GET', '/api/v1/people')).status).toBe(200);
    expect((await root('POST', `/api/v1/accounts/${id}/disable`, { body: { reason } })).status).toBe(204);
    const ended = await client('GET', '/api/v1/people');
    expect([ended.status, ended.body.code]).toEqual([401, 'identity.session-ended']);
    const refused = await logIn('to.disable', PASSWORD);
    expect([refused.status, refused.body.code]).toEqual([401, 'identity.wrong-credentials']);
    const { body } = await root('GET', '/api/v1/accounts?limit=200');
    expect(body.items.find((a: { id: string }) => a.id === id).status).toBe('disabled');
    expect((await root('POST', `/api/v1/accounts/${id}/enable`, { body: { reason } })).status).toBe(204);
    expect((await (await product.signIn('to.disable', PASSWORD))('GET', '/api/v1/people')).status).toBe(200);
    const { body: trail } = await root('GET', `/api/v1/audit?entity=account&entityId=${id}`);
    expect(trail.items.map((e: { action: string; reason: string | null }) => [e.action, e.reason])).toEqual(
      expect.arrayContaining([
        ['identity.account-disabled', reason],
        ['identity.account-enabled', reason],
      ]),
    );
  });

  it('resets a password: a one-time password opens nothing but the change to one of one’s own', async () => {
    const id = await account('forgetful');
    const before = await product.signIn('forgetful', PASSWORD);
    const { status, body } = await root('POST', `/api/v1/accounts/${id}/password-reset`, { body: { reason } });
    expect([status, body.oneTimePassword]).toEqual([200, expect.stringMatching(/^(\w{4}-){3}\w{4}$/)]);
    expect((await before('GET', '/api/v1/me')).status).toBe(401);
    expect((await logIn('forgetful', PASSWORD)).status).toBe(401);

    const client = await product.signIn('forgetful', body.oneTimePassword);
    expect((await client('GET', '/api/v1/me')).body.mustChangePassword).toBe(true);
    for (const path of ['/api/v1/people', '/api/v1/auth/sessions']) {
      const closed = await client('GET', path);
      expect([path, closed.status, closed.body.code]).toEqual([path, 403, 'platform.password-change-required']);
    }
    const change = (newPassword: string) =>
      client('POST', '/api/v1/auth/password', { body: { currentPassword: body.oneTimePassword, newPassword } });
    expect((await change(body.oneTimePassword)).body.code).toBe('identity.password-unchanged');
    expect((await change(OWN)).status).toBe(204);
    expect((await client('GET', '/api/v1/people')).status).toBe(200);
    expect((await logIn('forgetful', body.oneTimePassword)).status).toBe(401);
    expect((await logIn('forgetful', OWN)).status).toBe(200);
  });

  it('gives a new account a one-time password that runs out', async () => {
    const { body } = await root('POST', '/api/v1/accounts', { body: { userName: 'newcomer' } });
    expect(body.oneTimePassword).toMatch(/^(\w{4}-){3}\w{4}$/);
    await product.sql(`UPDATE account SET password_expires_at = now() - interval '1 minute' WHERE id = $1`, [body.id]);
    expect((await logIn('newcomer', body.oneTimePassword)).body.code).toBe('identity.wrong-credentials');
    await product.sql(`UPDATE account SET password_expires_at = now() + interval '1 hour' WHERE id = $1`, [body.id]);
    expect((await logIn('newcomer', body.oneTimePassword)).status).toBe(200);
    const { body: trail } = await root('GET', `/api/v1/audit?entityId=${body.id}`);
    expect(JSON.stringify(trail)).not.toContain(body.oneTimePassword);
  });

  it('is found by its name, or by the names and the number of its person, inside the scope of who asks', async () => {
    const { body: people } = await root('GET', '/api/v1/people?search=DEMO-00008');
    const person = people.items[0];
    const body = { userName: 'found.by.person', password: PASSWORD, personId: person.id };
    const { body: created } = await root('POST', '/api/v1/accounts', { body });
    const { nameEn, nameUr, nameZh, serviceNumber } = person;
    const shown = { id: person.id, nameEn, nameUr, nameZh, serviceNumber };
    for (const search of ['BY.PERS', serviceNumber, nameUr]) {
      const { body: found } = await root('GET', `/api/v1/accounts?search=${encodeURIComponent(search)}`);
      expect([search, found.items]).toMatchObject([search, [{ id: created.id, person: shown }]]);
    }
    expect((await root('GET', '/api/v1/accounts?search=%25%25')).body.items).toEqual([]);
    expect((await root('GET', `/api/v1/accounts/${created.id}`)).body).toMatchObject({ person: shown, grants: [] });
    const again = await root('POST', '/api/v1/accounts', { body: { ...body, userName: 'second.of.person' } });
    expect([again.status, again.body.code]).toEqual([409, 'identity.person-has-account']);
    await account('local.administrator', 'SPU-SINDH', 'administrator');
    const local = await product.signIn('local.administrator', PASSWORD);
    expect((await local('GET', `/api/v1/accounts/${created.id}`)).status).toBe(404);
    expect((await local('GET', '/api/v1/accounts?search=found.by')).body.items).toEqual([]);
  });

  it('signs somebody out everywhere', async () => {
    const id = await account('everywhere');
    const [a, b] = [await product.signIn('everywhere', PASSWORD), await product.signIn('everywhere', PASSWORD)];
    expect((await root('DELETE', `/api/v1/accounts/${id}/sessions`)).status).toBe(204);
    expect((await a('GET', '/api/v1/me')).status).toBe(401);
    expect((await b('GET', '/api/v1/me')).status).toBe(401);
  });

  it('is nothing for one’s own account, nor for an account that reaches further than the administrator', async () => {
    const { body: me } = await root('GET', '/api/v1/me');
    const localId = await account('local.admin', 'SPU-SINDH', 'administrator');
    const local = await product.signIn('local.admin', PASSWORD);
    const [inside, wide, without] = [
      await account('inside.sindh'),
      await account('every.unit', null, 'auditor'),
      (await root('POST', '/api/v1/accounts', { body: { userName: 'no.grants', password: PASSWORD } })).body.id,
    ];
    const tries = async (client: Client, id: string) => {
      const answers = [
        await client('POST', `/api/v1/accounts/${id}/disable`, { body: { reason } }),
        await client('POST', `/api/v1/accounts/${id}/password-reset`, { body: { reason } }),
        await client('DELETE', `/api/v1/accounts/${id}/sessions`),
      ];
      return answers.map((answer) => answer.body.code ?? answer.status);
    };
    expect(await tries(root, me.accountId)).toEqual(Array(3).fill('identity.own-account'));
    expect(await tries(local, localId)).toEqual(Array(3).fill('identity.own-account'));
    for (const id of [wide, without, me.accountId])
      expect(await tries(local, id)).toEqual(Array(3).fill('platform.not-found'));
    expect(await tries(local, inside)).toEqual([204, 200, 204]);
  });

  it('refuses passwords made of the names and number of the person, and of this unit', async () => {
    const { body } = await root('GET', '/api/v1/people?search=DEMO-00009');
    const personId = body.items[0].id;
    for (const password of ['DEMO-00009 is DEMO', 'jssu training 2026 demo']) {
      const refused = await root('POST', '/api/v1/accounts', { body: { userName: 'owner.nine', password, personId } });
      expect([password, refused.body.code]).toEqual([password, 'identity.password-context']);
    }
  });

  it('lets nobody lock another out: guesses from elsewhere do not close the log-in at a known address', async () => {
    await account('under.attack');
    expect((await logIn('under.attack', PASSWORD, '198.51.100.7')).status).toBe(200);
    // Sixty addresses, one wrong guess each: more than the name may have.
    const codes: string[] = [];
    for (let i = 0; i < 60; i++) codes.push((await logIn('under.attack', 'a wrong guess', `203.0.113.${i}`)).body.code);
    expect(codes.slice(0, 50)).toEqual(Array(50).fill('identity.wrong-credentials'));
    expect(codes.slice(50)).toContain('identity.throttled');
    expect((await logIn('under.attack', PASSWORD, '198.51.100.7')).status).toBe(200);
  });

  it('counts guesses that come at once', async () => {
    await account('burst.target');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => logIn('burst.target', `guess ${i}`, '198.51.100.8')),
    );
    const checked = answers.filter(({ body }) => body.code === 'identity.wrong-credentials');
    expect(checked.length).toBeLessThanOrEqual(6);
    expect(answers.filter(({ status }) => status === 429).length).toBe(40 - checked.length);
  });

  it('slows down an address that tries many names, and no other address', async () => {
    const codes = new Map<string, number>();
    let hundredth = 0;
    for (let i = 0; i < 110; i += 10) {
      if (i === 90) hundredth = performance.now();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, j) => logIn(`spray.${i + j}`, 'one guess for many', '198.51.100.9')),
      );
      for (const { body } of answers) codes.set(body.code, (codes.get(body.code) ?? 0) + 1);
    }
    // After the hundredth one more may be tried a second later, the next two seconds after that, then four.
    const paid = Math.floor(Math.log2((performance.now() - hundredth) / 1000 + 1));
    const tried = codes.get('identity.wrong-credentials') ?? 0;
    expect([tried >= 100, tried <= 100 + paid, tried]).toEqual([true, true, tried]);
    expect(codes.get('identity.throttled')).toBe(110 - tried);
    expect((await logIn('spray.999', 'one guess for many', '198.51.100.10')).body.code).toBe(
      'identity.wrong-credentials',
    );
  });

  it('takes as long, and says the same, whether a name exists or not', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `timing.${i}.${randomBytes(3).toString('hex')}`);
    for (const name of names) await root('POST', '/api/v1/accounts', { body: { userName: name, password: PASSWORD } });
    const time = async (name: string, address: string) => {
      const start = performance.now();
      const { status, body } = await logIn(name, 'not the password at all', address);
      return { ms: performance.now() - start, answer: [status, body.code, body.detail, body.remedy] };
    };
    const [existing, missing] = [[], []] as { ms: number; answer: unknown[] }[][];
    for (const [i, name] of names.entries()) {
      existing.push(await time(name, `192.0.2.${i}`));
      missing.push(await time(`no.${name}`, `192.0.2.${100 + i}`));
    }
    expect(existing.map(({ answer }) => answer)).toEqual(missing.map(({ answer }) => answer));
    const median = (times: { ms: number }[]) => times.map(({ ms }) => ms).sort((a, b) => a - b)[times.length / 2];
    const ratio = median(existing) / median(missing);
    // Without the decoy the ratio is above five.
    expect([ratio > 0.5, ratio < 2, ratio]).toEqual([true, true, ratio]);
  });

  it('marks the refresh cookie for TLS alone where people come by https, and a session ends after 30 days', async () => {
    const { headers } = await logIn('auditor', 'five quiet words for tests');
    expect(headers.get('set-cookie')).toMatch(
      /^jssu_refresh=.*; Max-Age=1209600; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/,
    );
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0];
    await product.sql(
      `UPDATE login_session SET created_at = now() - interval '29 days' WHERE id = (SELECT id FROM login_session ORDER BY created_at DESC LIMIT 1)`,
    );
    expect((await product.call('POST', '/api/v1/auth/refresh', { headers: { cookie } })).status).toBe(200);
    const [{ days }] = await product.sql<{ days: number }>(
      `SELECT round(extract(epoch FROM expires_at - created_at) / 86400)::int AS days FROM login_session ORDER BY created_at LIMIT 1`,
    );
    expect(days).toBe(30);
  });
});
