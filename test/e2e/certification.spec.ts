import { startProduct, type Client, type Product } from '../harness/product.js';

const rules = (authorities: string[]) => ({
  requirement: {
    op: 'all',
    of: [
      { op: 'evidence', key: 'fitness', kind: 'fitness', maxAge: { months: 6 } },
      { op: 'evidence', key: 'first-aid', kind: 'external-certificate', subject: 'FIRST-AID' },
    ],
  },
  validity: { years: 1 },
  renewalWindow: { months: 3 },
  grace: { days: 30 },
  anchor: { kind: 'completion' },
  authorities,
});
const title = { en: 'Site guard, level 1', ur: 'سائٹ گارڈ، درجہ اول', zh: '驻地警卫一级' };

describe('certification over HTTP', () => {
  let product: Product;
  let administrator: Client;
  let chinese: Client;
  let people: { id: string; serviceNumber: string }[];
  let today: string;

  beforeAll(async () => {
    product = await startProduct();
    administrator = await product.signIn('administrator');
    people = (await administrator('GET', '/api/v1/people?limit=200')).body.items;
    const password = 'a phrase for the second party';
    const account = { userName: 'chinese.authority', password, personId: person('DEMO-00005') };
    const { body } = await administrator('POST', '/api/v1/accounts', { body: account });
    await administrator('POST', `/api/v1/accounts/${body.id}/grants`, { body: { role: 'administrator', party: 'cn' } });
    chinese = await product.signIn('chinese.authority', password);
    today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Karachi' }).format(new Date());
  }, 120_000);
  afterAll(() => product?.stop());

  const person = (serviceNumber: string) => people.find((p) => p.serviceNumber === serviceNumber)?.id ?? '';
  async function scheme(code: string, authorities: string[]): Promise<string> {
    const { status, body } = await administrator('POST', '/api/v1/schemes', {
      body: { code, title, rules: rules(authorities) },
    });
    expect(status).toBe(201);
    const path = `/api/v1/schemes/${body.id}/versions/${body.versionId}/publish`;
    expect((await administrator('POST', path, { body: { effectiveFrom: '2026-01-01' } })).status).toBe(204);
    return body.id;
  }
  async function evidence(personId: string, achievedOn = today): Promise<void> {
    for (const [kind, subject] of [
      ['fitness', undefined],
      ['external-certificate', 'FIRST-AID'],
    ]) {
      const body = { personId, kind, subject, achievedOn, reason: 'seen in the original' };
      expect((await administrator('POST', '/api/v1/evidence', { body })).status).toBe(201);
    }
  }
  const decide = (client: Client, personId: string, schemeId: string, decision: string, more: object = {}) =>
    client('POST', '/api/v1/certifications/decisions', {
      body: { personId, schemeId, party: 'pk', decision, ...more },
    });

  it('refuses rules that make no sense, naming each place', async () => {
    const body = { code: 'BROKEN', title, rules: { ...rules(['pk']), grace: 'soon', anchor: { kind: 'moon' } } };
    const refused = await administrator('POST', '/api/v1/schemes', { body });
    expect([refused.status, refused.body.code]).toEqual([422, 'certification.bad-rules']);
    expect(refused.body.problems.map((p: { path: string }) => p.path).sort()).toEqual(['anchor.kind', 'grace']);
  });

  it('says what is missing, grants once it is there, and derives the status for any day', async () => {
    const [id, schemeId] = [person('DEMO-00001'), await scheme('GUARD-1', ['pk'])];
    const missing = await decide(administrator, id, schemeId, 'grant');
    expect([missing.status, missing.body.code]).toEqual([409, 'certification.requirements-missing']);
    expect(missing.body.missing.map((m: { key: string }) => m.key)).toEqual(['fitness', 'first-aid']);
    await evidence(id);
    const granted = await decide(administrator, id, schemeId, 'grant');
    expect([granted.status, granted.body.status]).toEqual([200, 'current']);
    expect((await decide(administrator, id, schemeId, 'grant')).body.code).toBe('certification.renewal-not-open');

    const path = `/api/v1/certifications/${granted.body.certificationId}`;
    const { body: now } = await administrator('GET', path);
    const on = async (validAt: string, more = '') =>
      (await administrator('GET', `${path}?validAt=${validAt}${more}`)).body.status;
    const next = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
    expect(await on(now.expiresOn)).toBe('renewal_due');
    expect(await on(next(now.expiresOn))).toBe('in_grace');
    expect(await on(now.graceEndsOn)).toBe('in_grace');
    expect(await on(next(now.graceEndsOn))).toBe('lapsed');
    expect(await on('2026-01-01')).toBe('none');
    // What was known before the grant was recorded.
    expect(await on(today, '&knownAt=2026-01-01T00:00:00Z')).toBe('none');
    const { body: own } = await (await product.signIn('trainee'))('GET', '/api/v1/certifications');
    expect(own.items).toMatchObject([{ schemeCode: 'GUARD-1', status: 'current' }]);
  });

  it('suspends, reinstates and revokes with reasons, and keeps every event', async () => {
    const [id, schemeId] = [person('DEMO-00004'), await scheme('GUARD-2', ['pk'])];
    await evidence(id);
    const { body } = await decide(administrator, id, schemeId, 'grant');
    expect((await decide(administrator, id, schemeId, 'suspended')).status).toBe(400);
    const reason = 'inquiry of 3 November';
    expect((await decide(administrator, id, schemeId, 'suspended', { reason })).body.status).toBe('suspended');
    expect((await decide(administrator, id, schemeId, 'suspended', { reason })).body.code).toBe(
      'certification.illegal-transition',
    );
    expect((await decide(administrator, id, schemeId, 'reinstated', { reason })).body.status).toBe('current');
    expect((await decide(administrator, id, schemeId, 'revoked', { reason })).body.status).toBe('revoked');
    const { body: detail } = await administrator('GET', `/api/v1/certifications/${body.certificationId}`);
    expect(detail.events.map((e: { type: string }) => e.type)).toEqual([
      'granted',
      'suspended',
      'reinstated',
      'revoked',
    ]);
    await expect(product.sql(`UPDATE certification_event SET reason = 'x'`)).rejects.toThrow('append-only');
    const { body: trail } = await administrator(
      'GET',
      `/api/v1/audit?entity=certification&entityId=${body.certificationId}`,
    );
    expect(trail.items.map((e: { reason: string | null }) => e.reason)).toEqual([reason, reason, reason, null]);
  });

  it('stays pending until both authorities have signed, each for its own', async () => {
    const [id, schemeId] = [person('DEMO-00007'), await scheme('JOINT-GUARD', ['pk', 'cn'])];
    await evidence(id);
    expect((await decide(chinese, id, schemeId, 'grant')).body.code).toBe('certification.wrong-party');
    const { body: first } = await decide(administrator, id, schemeId, 'grant');
    expect(first.status).toBe('pending_decision');
    const again = await decide(administrator, id, schemeId, 'sign', { eventId: first.eventId });
    expect(again.body.code).toBe('certification.already-signed');
    const second = await decide(chinese, id, schemeId, 'sign', { eventId: first.eventId, party: 'cn' });
    expect(second.body.status).toBe('current');
  });

  it('lets nobody certify himself or record his own evidence, and grants once under many simultaneous requests', async () => {
    const schemeId = await scheme('GUARD-3', ['pk']);
    const self = (await administrator('GET', '/api/v1/me')).body.personId;
    const own = { personId: self, kind: 'fitness', achievedOn: today, reason: 'my own word' };
    expect((await administrator('POST', '/api/v1/evidence', { body: own })).body.code).toBe(
      'certification.actor-is-subject',
    );
    expect((await decide(administrator, self, schemeId, 'grant')).body.code).toBe('certification.actor-is-subject');
    const id = person('DEMO-00010');
    await evidence(id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => decide(administrator, id, schemeId, 'grant')));
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
    expect(new Set(answers.filter((a) => a.status !== 200).map((a) => a.body.code))).toEqual(
      new Set(['certification.renewal-not-open']),
    );
  });
});
