import { startProduct, type Client, type Product } from '../harness/product.js';

const PASSWORD = 'a phrase for two parties';
const NAME = { en: 'Both sign', ur: 'دونوں کے دستخط', zh: '双方签署' };

describe('grants for one party', () => {
  let product: Product;
  let root: Client;
  let units: Map<string, string>;
  const ids = new Map<string, string>();
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    product = await startProduct();
    root = await product.signIn('administrator');
    const { body } = await root('GET', '/api/v1/units?limit=200');
    units = new Map(body.items.map((unit: { code: string; id: string }) => [unit.code, unit.id]));
    for (const [serviceNumber, unit, party] of [
      ['PTY-PK-JOINT', 'JSSU', 'pk'],
      ['PTY-CN-JOINT', 'JSSU', 'cn'],
      ['PTY-CN-ATTACHED', 'SPU-SINDH', 'cn'],
      ['PTY-PK-SINDH', 'SPU-SINDH', 'pk'],
      ['PTY-SIGNS-PK', 'SSD-SOUTH', 'pk'],
      ['PTY-SIGNS-CN', 'CN-TRAINING', 'cn'],
    ] as const) {
      const person = { serviceNumber, nameEn: serviceNumber, unitId: units.get(unit), party, nationalId: undefined };
      ids.set(serviceNumber, (await root('POST', '/api/v1/people', { body: person })).body.id);
    }
    for (const party of ['pk', 'cn'] as const) {
      for (const role of ['administrator', 'auditor'] as const) {
        const userName = `${role}.${party}`;
        const personId = role === 'administrator' ? ids.get(`PTY-SIGNS-${party.toUpperCase()}`) : undefined;
        const { body: account } = await root('POST', '/api/v1/accounts', {
          body: { userName, password: PASSWORD, personId },
        });
        // Every unit, one party.
        const { status } = await root('POST', `/api/v1/accounts/${account.id}/grants`, { body: { role, party } });
        expect(status).toBe(201);
        clients.set(userName, await product.signIn(userName, PASSWORD));
      }
    }
  }, 120_000);
  afterAll(() => product?.stop());

  const seenBy = async (userName: string): Promise<string[]> => {
    const { body } = await clients.get(userName)!('GET', '/api/v1/people?limit=200&search=PTY-');
    return body.items.map((person: { serviceNumber: string }) => person.serviceNumber).sort();
  };

  it('show the people of that party, in joint units and attached to the other party too, and no others', async () => {
    expect(await seenBy('auditor.pk')).toEqual(['PTY-PK-JOINT', 'PTY-PK-SINDH', 'PTY-SIGNS-PK']);
    expect(await seenBy('auditor.cn')).toEqual(['PTY-CN-ATTACHED', 'PTY-CN-JOINT', 'PTY-SIGNS-CN']);
    for (const [reader, hidden] of [
      ['auditor.pk', 'PTY-CN-JOINT'],
      ['auditor.cn', 'PTY-PK-SINDH'],
    ])
      expect((await clients.get(reader)!('GET', `/api/v1/people/${ids.get(hidden)}`)).status).toBe(404);
  });

  it('show the units of that party and the joint ones', async () => {
    const codes = async (userName: string) =>
      (await clients.get(userName)!('GET', '/api/v1/units?limit=200')).body.items.map((u: { code: string }) => u.code);
    expect(await codes('auditor.cn')).toEqual(['CN-TRAINING', 'JSSU']);
    expect(await codes('auditor.pk')).toEqual(expect.arrayContaining(['JSSU', 'SPU-SINDH', 'SSU-KP']));
    expect(await codes('auditor.pk')).not.toContain('CN-TRAINING');
  });

  it('show the audit entries about people of that party', async () => {
    for (const [reader, own, other] of [
      ['auditor.pk', 'PTY-PK-JOINT', 'PTY-CN-JOINT'],
      ['auditor.cn', 'PTY-CN-JOINT', 'PTY-PK-JOINT'],
    ]) {
      const about = async (person: string) =>
        (await clients.get(reader)!('GET', `/api/v1/audit?personId=${ids.get(person)}`)).body.items.length;
      expect([reader, await about(own), await about(other)]).toEqual([reader, 1, 0]);
    }
  });

  it('change nothing of the other party: people, postings, national ids, units, rights', async () => {
    const pk = clients.get('administrator.pk')!;
    const foreign = `/api/v1/people/${ids.get('PTY-CN-JOINT')}`;
    const tries = [
      await pk('PATCH', foreign, { body: { rank: 'A' }, headers: { 'if-match': '"1"' } }),
      await pk('POST', `${foreign}/postings`, { body: { unitId: units.get('JSSU'), startsOn: '2026-01-01' } }),
      await pk('POST', `${foreign}/national-id-reveals`, { body: { reason: 'to see what happens' } }),
      await pk('POST', '/api/v1/people', {
        body: { serviceNumber: 'PTY-NEW-CN', nameEn: 'New', unitId: units.get('JSSU'), party: 'cn' },
      }),
      await pk('POST', '/api/v1/people', {
        body: { serviceNumber: 'PTY-NEW-PK', nameEn: 'New', unitId: units.get('CN-TRAINING'), party: 'cn' },
      }),
      await pk('POST', '/api/v1/units', {
        body: { code: 'PTY-CN-UNIT', name: NAME, party: 'cn', parentId: units.get('JSSU') },
      }),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    const { body: account } = await root('POST', '/api/v1/accounts', {
      body: { userName: 'party.target', password: PASSWORD },
    });
    const grant = (body: object) => pk('POST', `/api/v1/accounts/${account.id}/grants`, { body });
    for (const wider of [
      { role: 'auditor', unitId: units.get('SPU-SINDH') },
      { role: 'auditor', unitId: units.get('SPU-SINDH'), party: 'cn' },
      { role: 'auditor', party: 'pk' },
    ])
      expect((await grant(wider)).body.code).toBe('identity.beyond-own-scope');
    expect((await grant({ role: 'auditor', unitId: units.get('SPU-SINDH'), party: 'pk' })).status).toBe(201);
  });

  it('do not stand in the way of what both parties sign', async () => {
    const rules = {
      requirement: { op: 'evidence', key: 'fitness', kind: 'fitness' },
      validity: { years: 1 },
      renewalWindow: { months: 3 },
      grace: { days: 30 },
      anchor: { kind: 'completion' },
      authorities: ['pk', 'cn'],
    };
    const personId = ids.get('PTY-PK-SINDH');
    const { body: scheme } = await root('POST', '/api/v1/schemes', { body: { code: 'PTY-BOTH', title: NAME, rules } });
    await root('POST', `/api/v1/schemes/${scheme.id}/versions/${scheme.versionId}/publish`, {
      body: { effectiveFrom: '2026-01-01' },
    });
    const achievedOn = new Date().toISOString().slice(0, 10);
    const evidence = { personId, kind: 'fitness', achievedOn, reason: 'seen by the doctor' };
    expect((await root('POST', '/api/v1/evidence', { body: evidence })).status).toBe(201);
    const decide = (party: 'pk' | 'cn', decision: object) =>
      clients.get(`administrator.${party}`)!('POST', '/api/v1/certifications/decisions', {
        body: { personId, schemeId: scheme.id, party, ...decision },
      });
    const granted = await decide('pk', { decision: 'grant' });
    expect([granted.status, granted.body.status]).toEqual([200, 'pending_decision']);
    const signed = await decide('cn', { decision: 'sign', eventId: granted.body.eventId });
    expect([signed.status, signed.body.status]).toEqual([200, 'current']);
  });

  it('take a unit made later in', async () => {
    const body = { code: 'PTY-LATER', name: NAME, party: 'joint', parentId: units.get('JSSU'), zone: 'Asia/Shanghai' };
    const { body: unit } = await root('POST', '/api/v1/units', { body });
    const seen = (await clients.get('auditor.cn')!('GET', '/api/v1/units?limit=200')).body.items;
    expect(seen.find((u: { id: string }) => u.id === unit.id)).toMatchObject({
      code: 'PTY-LATER',
      zone: 'Asia/Shanghai',
    });
  });
});
