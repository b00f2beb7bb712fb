import { eventually, startProduct, type Client, type Product } from '../harness/product.js';

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

  it('corrects a decision: another takes its place, with a new certificate, or none', async () => {
    const [id, schemeId] = [person('DEMO-00013'), await scheme('GUARD-4', ['pk'])];
    await evidence(id);
    const { body: granted } = await decide(administrator, id, schemeId, 'grant');
    const detail = async () =>
      (await administrator('GET', `/api/v1/certifications/${granted.certificationId}`)).body as {
        status: string;
        expiresOn: string;
        certificates: { number: string; verificationCode: string; grantedOn: string }[];
        events: { evidenceIds: string[] }[];
      };
    const first = await eventually(detail, (c) => c.certificates.length === 1);
    const reason = 'the examination was a month earlier';
    const correct = (eventId: string, replacement?: object) =>
      decide(administrator, id, schemeId, 'corrected', { eventId, reason, replacement });
    const { evidenceIds } = first.events[0];
    const earlier = '2026-01-15';
    const replacement = { type: 'granted', effectiveOn: earlier, completedOn: earlier, evidenceIds };
    const foreign = { ...replacement, evidenceIds: [granted.eventId], completedOn: today };
    const refused = await correct(granted.eventId, foreign);
    expect([refused.body.code, refused.body.alsoRefused.map((r: { code: string }) => r.code)]).toEqual([
      'certification.correction-dates',
      ['certification.correction-evidence'],
    ]);
    const corrected = await correct(granted.eventId, replacement);
    expect(corrected.status).toBe(200);
    const second = await eventually(detail, (c) => c.certificates.length === 2);
    expect(second.expiresOn).toBe('2027-01-15');
    expect(second.certificates[1].grantedOn).toBe(earlier);
    const state = async (n: number) =>
      (await product.call('GET', `/api/v1/verify/${second.certificates[n].verificationCode}`)).body;
    expect(await state(0)).toMatchObject({ state: 'withdrawn', newerNumber: second.certificates[1].number });
    expect(await state(1)).toMatchObject({ validUntil: '2027-01-15', newerNumber: null });
    expect((await correct(granted.eventId)).body.code).toBe('certification.correction-target');
    expect((await correct(corrected.body.eventId)).body.status).toBe('none');
    expect((await state(1)).state).toBe('withdrawn');
  });

  it('finds certifications by status on any day, expiry, name and unit, as each one by itself says', async () => {
    const schemeId = await scheme('GUARD-5', ['pk']);
    const numbers = ['DEMO-00008', 'DEMO-00003', 'DEMO-00004', 'DEMO-00006'];
    for (const [i, number] of numbers.entries()) {
      await evidence(person(number));
      await decide(administrator, person(number), schemeId, 'grant');
      if (i === 1) await decide(administrator, person(number), schemeId, 'suspended', { reason: 'under inquiry' });
    }
    const list = async (query: string) =>
      (await administrator('GET', `/api/v1/certifications?schemeCode=GUARD-5&${query}`)).body.items as {
        id: string;
        serviceNumber: string;
        status: string;
        expiresOn: string | null;
      }[];
    const year = Number(today.slice(0, 4));
    const days = [today, `${year - 1}-01-01`, `${year + 1}-01-31`, `${year + 1}-12-31`, `${year + 2}-12-31`];
    for (const day of days) {
      const all = await list(`validAt=${day}`);
      expect(all).toHaveLength(4);
      for (const row of all) {
        const { body } = await administrator('GET', `/api/v1/certifications/${row.id}?validAt=${day}`);
        expect([row.status, row.expiresOn]).toEqual([body.status, body.expiresOn]);
      }
      for (const status of ['current', 'renewal_due', 'in_grace', 'lapsed', 'suspended', 'revoked', 'none']) {
        const expected = all.filter((row) => row.status === status);
        expect(await list(`validAt=${day}&status=${status}`)).toEqual(expected);
        // As it was known at an instant long ago nothing was decided; as known now it is the same.
        const knownAt = new Date(Date.now() + 60_000).toISOString();
        expect(await list(`validAt=${day}&status=${status}&knownAt=${knownAt}`)).toEqual(expected);
      }
    }
    const knownAt = '2020-01-01T00:00:00Z';
    expect((await list(`knownAt=${knownAt}`)).map((row) => row.status)).toEqual(Array(4).fill('none'));
    expect(await list(`search=${encodeURIComponent('عزیز')}`)).toMatchObject([{ serviceNumber: 'DEMO-00003' }]);
    expect(await list('search=demo-00004')).toMatchObject([{ serviceNumber: 'DEMO-00004' }]);
    const expiry = (await list('search=demo-00004'))[0].expiresOn;
    expect(await list(`expiresBefore=${expiry}`)).toEqual([]);
    expect(await list(`expiresAfter=${today}`)).toHaveLength(4);
    expect(await list(`expiresAfter=${expiry}`)).toEqual([]);
    const units = (await administrator('GET', '/api/v1/units')).body.items;
    const south = units.find((unit: { code: string }) => unit.code === 'SSD-SOUTH').id;
    expect((await list(`unitId=${south}`)).map((row) => row.serviceNumber).sort()).toEqual([
      'DEMO-00004',
      'DEMO-00008',
    ]);
  });

  it('drafts, changes, publishes and retires versions of a scheme', async () => {
    const schemeId = await scheme('GUARD-6', ['pk']);
    const versions = `/api/v1/schemes/${schemeId}/versions`;
    const stricter = { ...rules(['pk', 'cn']), validity: { months: 6 } };
    const { status, body: draft } = await administrator('POST', versions, { body: { rules: stricter } });
    expect([status, draft.number]).toEqual([201, 2]);
    const second = await administrator('POST', versions, { body: { rules: stricter } });
    expect([second.body.code, second.body.versionId]).toEqual(['certification.draft-exists', draft.versionId]);
    const change = (version: number) =>
      administrator('PUT', `${versions}/${draft.versionId}`, {
        body: { rules: { ...stricter, authorities: ['cn'] } },
        headers: { 'if-match': `"${version}"` },
      });
    expect([(await change(7)).status, (await change(1)).body]).toEqual([412, { version: 2 }]);
    const publish = `${versions}/${draft.versionId}/publish`;
    expect((await administrator('POST', publish, { body: { effectiveFrom: '2026-02-01' } })).status).toBe(204);
    expect((await change(3)).body.code).toBe('certification.not-a-draft');
    const id = person('DEMO-00011');
    await evidence(id);
    expect((await decide(administrator, id, schemeId, 'grant')).body.code).toBe('certification.wrong-party');
    const retire = `${versions}/${draft.versionId}/retire`;
    expect((await administrator('POST', retire, { body: { reason: 'too strict by far' } })).status).toBe(204);
    expect((await administrator('POST', retire, { body: { reason: 'too strict by far' } })).body.code).toBe(
      'certification.not-published',
    );
    // Version 1 is in force again.
    expect((await decide(administrator, id, schemeId, 'grant')).body.status).toBe('current');
    const taken = { code: 'GUARD-6', title, rules: rules(['pk']) };
    expect((await administrator('POST', '/api/v1/schemes', { body: taken })).body.code).toBe(
      'certification.scheme-code-taken',
    );
  });

  it('records a waiver with who approved it, why and until when, and lets it count no longer', async () => {
    const [id, schemeId] = [person('DEMO-00014'), await scheme('GUARD-7', ['pk'])];
    const fitness = { personId: id, kind: 'fitness', achievedOn: today, reason: 'seen in the original' };
    expect((await administrator('POST', '/api/v1/evidence', { body: fitness })).status).toBe(201);
    const waiver = { personId: id, kind: 'waiver', subject: 'first-aid', achievedOn: today, reason: 'a trained medic' };
    const endless = await administrator('POST', '/api/v1/evidence', { body: waiver });
    expect([endless.status, endless.body.code]).toEqual([422, 'certification.waiver-incomplete']);
    const { body } = await administrator('POST', '/api/v1/evidence', { body: { ...waiver, validUntil: today } });
    const [kept] = await product.sql(
      `SELECT e.approved_by, e.valid_until::text, e.reason, a.action FROM evidence e JOIN audit_entry a ON a.entity_id = e.id::text WHERE e.id = $1`,
      [body.id],
    );
    expect(kept).toEqual({
      approved_by: (await administrator('GET', '/api/v1/me')).body.personId,
      valid_until: today,
      reason: waiver.reason,
      action: 'certification.waiver-granted',
    });
    await expect(
      product.sql(
        `INSERT INTO evidence (id, person_id, kind, subject, achieved_on, reason, recorded_at) VALUES (gen_random_uuid(), $1, 'waiver', 'x', $2, 'x', now())`,
        [id, today],
      ),
    ).rejects.toThrow('evidence_waiver_is_complete');
    expect((await decide(administrator, id, schemeId, 'grant')).body.status).toBe('current');
  });
});
