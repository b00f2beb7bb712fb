import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { emit, ratifyOffering, type RatifiedOffering } from '../harness/ratified-offering.js';
import { eventually, startProduct, type Answer, type Client, type Product } from '../harness/product.js';

const servers = [
  ['embedded PostgreSQL, queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15']
    ? [['older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;
/** Tools that read the file with code that is not ours; where they are missing `certificate-renderer.spec.ts` says so. */
const TOOLS = ['pdfinfo', 'pdftotext', 'pdfdetach', 'pdftoppm', 'zbarimg'].every(
  (tool) => !spawnSync(tool, ['--help']).error,
);
const title = { en: 'Static Site Guard', ur: 'سٹیٹک سائٹ گارڈ', zh: '固定站点警卫' };
const rules = (course: string, authorities: string[]) => ({
  requirement: { op: 'evidence', key: 'course', kind: 'course-result', subject: course, maxAge: { years: 2 } },
  validity: { years: 1 },
  renewalWindow: { months: 3 },
  grace: { days: 30 },
  anchor: { kind: 'completion' },
  authorities,
});

describe.each(servers)('certificates on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let [administrator, trainee, trainer, chinese]: Client[] = [];
  let people: { id: string; serviceNumber: string; unitId: string }[];
  let offering: RatifiedOffering;
  let schemeId: string;
  const person = (n: number) => people.find((p) => p.serviceNumber === `DEMO-${String(n).padStart(5, '0')}`)!;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    [administrator, trainee, trainer] = await Promise.all(
      ['administrator', 'trainee', 'trainer'].map((name) => product.signIn(name)),
    );
    people = (await administrator('GET', '/api/v1/people?limit=200')).body.items;
    const password = 'a phrase for the second party';
    const account = { userName: 'chinese.authority', password, personId: person(5).id };
    const { body } = await administrator('POST', '/api/v1/accounts', { body: account });
    await administrator('POST', `/api/v1/accounts/${body.id}/grants`, { body: { role: 'administrator', party: 'cn' } });
    chinese = await product.signIn('chinese.authority', password);
    schemeId = await scheme('GUARD-1', 'SEC-101', ['pk']);
    const people3 = [person(1).id, person(4).id, person(3).id];
    offering = await ratifyOffering(product, 'SEC-101', person(1).unitId, people3);
  }, 120_000);
  afterAll(() => product?.stop());

  async function scheme(code: string, course: string, authorities: string[]): Promise<string> {
    const body = { code, title, rules: rules(course, authorities) };
    const created = await administrator('POST', '/api/v1/schemes', { body });
    expect([created.status, created.body]).toEqual([201, expect.anything()]);
    const publish = `/api/v1/schemes/${created.body.id}/versions/${created.body.versionId}/publish`;
    expect((await administrator('POST', publish, { body: { effectiveFrom: '2026-01-01' } })).status).toBe(204);
    return created.body.id;
  }
  const batchOf = (cause: string) => async () => {
    const { body } = await administrator('GET', '/api/v1/certification-batches');
    return body.items.find((batch: { cause: string }) => batch.cause === cause);
  };
  const finished = (cause: string) => eventually(batchOf(cause), (batch) => batch?.percent === 100);
  const ownCertificate = async () => (await trainee('GET', '/api/v1/me/certificates')).body.items[0];

  it('come by themselves from a ratified offering, with every step on record', async () => {
    const batch = await finished(`offering:${offering.offeringId}`);
    expect(batch).toMatchObject({
      total: 3,
      counts: { issued: 3, refused: 0, failed: 0 },
      offeringId: offering.offeringId,
    });
    const { body: tasks } = await administrator('GET', `/api/v1/certification-batches/${batch.id}/tasks?limit=2`);
    expect(tasks.items).toHaveLength(2);
    const next = `/api/v1/certification-batches/${batch.id}/tasks?limit=2&cursor=${tasks.nextCursor}`;
    expect((await administrator('GET', next)).body).toMatchObject({ items: [{ state: 'issued' }], nextCursor: null });
    // The trainer of the south ran it: he sees the batch, and of its people only those of his units.
    const { body: own } = await trainer('GET', `/api/v1/certification-batches/${batch.id}/tasks`);
    expect(own.items.map((t: { serviceNumber: string }) => t.serviceNumber).sort()).toEqual([
      'DEMO-00001',
      'DEMO-00004',
    ]);

    const { body: register } = await administrator('GET', `/api/v1/certifications?schemeId=${schemeId}`);
    expect(register.items.map((c: { status: string }) => c.status)).toEqual(['current', 'current', 'current']);
    const { body: trail } = await administrator('GET', `/api/v1/audit?personId=${person(1).id}&limit=50`);
    const steps = trail.items.filter((entry: { action: string }) => entry.action.startsWith('certification.'));
    expect(steps.every((entry: { actorName: string }) => entry.actorName === 'system')).toBe(true);
    expect(steps.map((entry: { action: string }) => entry.action)).toEqual([
      'certification.certificate-issued',
      'certification.decided',
      'certification.evidence-recorded',
    ]);
  });

  it('are neither granted nor issued again when the event or the job comes twice', async () => {
    const [{ tasks }] = await product.sql<{ tasks: string[] }>(`SELECT array_agg(id) AS tasks FROM certification_task`);
    await emit(product, 'delivery.offering-ratified', { offeringId: offering.offeringId });
    for (let i = 0; i < 3; i++)
      await product.sql(
        `INSERT INTO outbox (id, queue, name, payload) VALUES (gen_random_uuid(), 'certification', 'certification.grant-and-issue', $1)`,
        [JSON.stringify({ taskIds: tasks })],
      );
    await product.sql(`UPDATE certification_task SET state = 'queued' WHERE person_id = $1`, [person(4).id]);
    await eventually(
      () => product.sql(`SELECT FROM outbox`),
      (rows) => rows.length === 0,
    );
    await finished(`offering:${offering.offeringId}`);
    const { body } = await administrator('GET', '/api/v1/jobs/counts');
    expect(body.items.map((queue: { failed: number }) => queue.failed)).toEqual(body.items.map(() => 0));
    const [counts] = await product.sql(
      `SELECT (SELECT count(*)::int FROM certificate) AS certificates, (SELECT count(*)::int FROM certification_event) AS events,
        (SELECT count(*)::int FROM evidence) AS evidence, (SELECT count(*)::int FROM certification_batch) AS batches,
        (SELECT count(*)::int FROM certification_task) AS tasks`,
    );
    expect(counts).toEqual({ certificates: 3, events: 3, evidence: 3, batches: 1, tasks: 3 });
  });

  it('are one page of PDF that holds name, number, QR code and the credential itself', async () => {
    const certificate = await ownCertificate();
    const response = await trainee('GET', `/api/v1/certificates/${certificate.id}/pdf`);
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="${certificate.number}.pdf"`);
    const pdf = response.body as Buffer;
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (!TOOLS) return;
    const folder = mkdtempSync(join(tmpdir(), 'jssu-e2e-'));
    try {
      writeFileSync(join(folder, 'c.pdf'), pdf);
      const run = (tool: string, ...args: string[]) => spawnSync(tool, args, { cwd: folder, encoding: 'utf8' }).stdout;
      expect(run('pdfinfo', 'c.pdf')).toMatch(/Pages:\s+1\n/);
      const text = run('pdftotext', '-layout', 'c.pdf', '-');
      for (const part of [
        'Zainab Mirza',
        certificate.number,
        'Static Site Security (40 hours)',
        'By the rules of the scheme',
      ])
        expect(text).toContain(part);
      expect(text).not.toMatch(/Balochistan|DEMO-/);
      run('pdfdetach', '-save', '1', '-o', 'credential.jwt', 'c.pdf');
      expect(readFileSync(join(folder, 'credential.jwt'), 'utf8')).toBe(
        (await trainee('GET', `/api/v1/certificates/${certificate.id}/credential`)).body,
      );
      run('pdftoppm', '-r', '150', '-png', '-singlefile', 'c.pdf', 'c');
      expect(run('zbarimg', '--raw', '-q', 'c.png').trim()).toBe(
        `http://localhost:3000/verify/${certificate.verificationCode}`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('carry a credential that others can verify with what it points at', async () => {
    const { id, number } = await ownCertificate();
    const jwt = (await trainee('GET', `/api/v1/certificates/${id}/credential`)).body as string;
    const { kid = '' } = decodeProtectedHeader(jwt);
    const jwk = (await product.call('GET', new URL(kid).pathname)).body as JWK;
    expect(jwk.kty).toBe('RSA');
    const { payload } = await compactVerify(jwt, await importJWK(jwk, 'RS256'), { algorithms: ['RS256'] });
    const credential = JSON.parse(Buffer.from(payload).toString());
    expect(credential.credentialSubject.licenseNumber).toBe(number);
    const pointed = async (url: string) => (await product.call('GET', url.slice(new URL(url).origin.length))).body;
    const { achievement } = credential.credentialSubject;
    expect((await pointed(credential.issuer.id)).name).toBe('Joint Special Security Unit');
    expect(await pointed(achievement.id)).toMatchObject(achievement);
    expect((await pointed(achievement.related[0].id)).name).toBe(title.ur);

    const check = async (token: string, language = 'en') =>
      (
        await product.call('POST', '/api/v1/verify/credential', {
          body: { jwt: token },
          headers: { 'accept-language': language },
        })
      ).body;
    expect(await check(jwt)).toMatchObject({ valid: true, reason: null, certificate: { number, state: 'valid' } });
    const [header, body, signature] = jwt.split('.');
    const changed = `${header}.${body.slice(0, 40)}${body[40] === 'A' ? 'B' : 'A'}${body.slice(41)}.${signature}`;
    expect(await check(changed)).toMatchObject({ valid: false, reason: 'bad-signature', certificate: null });
    expect((await check(changed, 'zh')).message).toBe('签名不符：签署后内容已被改动。');
    expect(await check('no credential')).toMatchObject({ valid: false, reason: 'malformed' });
    const foreign = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'https://elsewhere.example/key' })).toString(
      'base64url',
    );
    expect(await check(`${foreign}.${body}.${signature}`)).toMatchObject({ valid: false, reason: 'unknown-key' });
  });

  it('are verified by anybody, in three languages, by what holds today and without where the person serves', async () => {
    const { number, verificationCode: code, certificationId } = await ownCertificate();
    for (const [language, word, direction] of [
      ['en', 'Valid', 'ltr'],
      ['ur', 'مؤثر', 'rtl'],
      ['zh', '有效', 'ltr'],
    ]) {
      const byHeader = await product.call('GET', `/verify/${code}`, { headers: { 'accept-language': language } });
      const byLink = await product.call('GET', `/verify/${code}?lang=${language}`, {
        headers: { 'accept-language': 'en' },
      });
      for (const { status, headers, body } of [byHeader, byLink]) {
        expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
        expect(headers.get('content-type')).toContain('text/html');
        expect(headers.get('content-security-policy')).toContain(`default-src 'self'`);
        expect(body).toContain(`<html lang="${language}" dir="${direction}">`);
        for (const part of [`<h1>${word}</h1>`, number, 'زینب مرزا', 'Zainab Mirza']) expect(body).toContain(part);
        expect(body).not.toMatch(/<script|DEMO-|BALOCHISTAN|Balochistan/);
      }
    }
    const typed = ` ${code.toUpperCase().replace(/(.{4})/g, '$1-')}`;
    const sent = await fetch(`${product.url}/verify?lang=ur&code=${encodeURIComponent(typed)}`);
    expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining('<h1>مؤثر</h1>')]);
    const json = await product.call('GET', `/api/v1/verify/${code}`);
    expect(json.body).toMatchObject({ state: 'valid', number, schemeCode: 'GUARD-1', holder: { ur: 'زینب مرزا' } });
    expect(JSON.stringify(json.body)).not.toMatch(/DEMO-|unit|personId/i);

    const decide = (decision: string) =>
      administrator('POST', '/api/v1/certifications/decisions', {
        body: { personId: person(1).id, schemeId, party: 'pk', decision, reason: 'by order of the board' },
      });
    const state = async () => (await product.call('GET', `/api/v1/verify/${code}`)).body.state;
    expect([(await decide('suspended')).status, await state()]).toEqual([200, 'suspended']);
    expect([(await decide('reinstated')).status, await state()]).toEqual([200, 'valid']);
    expect([(await decide('revoked')).status, await state()]).toEqual([200, 'revoked']);
    const { body: page } = await product.call('GET', `/verify/${code}?lang=zh`);
    expect(page).toContain('<h1>已撤销</h1>');
    const { body: detail } = await administrator('GET', `/api/v1/certifications/${certificationId}`);
    expect(detail).toMatchObject({ status: 'revoked', certificates: [{ number }], tasks: [] });
  });

  it('do not know a wrong code, and slow down an address that guesses', async () => {
    const wrong = '0'.repeat(28);
    const { status, body } = await product.call('GET', `/verify/${wrong}?lang=en`);
    expect([status, body]).toEqual([404, expect.stringContaining('Unknown code')]);
    expect((await product.call('GET', `/api/v1/verify/${wrong}`)).body.code).toBe('certification.unknown-code');
    const address = { 'x-forwarded-for': '203.0.113.9' };
    const guesses: Answer[] = [];
    for (let i = 0; i < 32; i++)
      guesses.push(await product.call('GET', `/api/v1/verify/${String(i).padStart(28, '0')}`, { headers: address }));
    expect(guesses.map((g) => g.status)).toEqual([...Array(30).fill(404), 429, 429]);
    const { verificationCode: code } = await ownCertificate();
    expect((await product.call('GET', `/verify/${code}`, { headers: address })).status).toBe(429);
    expect((await product.call('GET', `/verify/${code}`)).status).toBe(200);
  });

  it('are shown to whoever may see the person, and every taking of another’s is recorded', async () => {
    const own = await ownCertificate();
    const { body } = await administrator('GET', `/api/v1/certifications?personId=${person(4).id}`);
    const { body: other } = await administrator('GET', `/api/v1/certifications/${body.items[0].id}`);
    const theirs = other.certificates[0].id;
    expect((await trainee('GET', `/api/v1/certificates/${theirs}/pdf`)).status).toBe(404);
    expect((await administrator('GET', `/api/v1/certificates/${theirs}/pdf`)).status).toBe(200);
    expect((await administrator('GET', `/api/v1/certificates/${theirs}/credential`)).status).toBe(200);
    const taken = await product.sql<{ person_id: string; actor_name: string; what: string }>(
      `SELECT person_id, actor_name, after->>'what' AS what FROM audit_entry WHERE action = 'certification.certificate-downloaded' ORDER BY id`,
    );
    expect(taken).toEqual(
      ['pdf', 'credential'].map((what) => ({ person_id: person(4).id, actor_name: 'administrator', what })),
    );
    expect(own.id).not.toBe(theirs);
  });

  it('wait for both authorities where the scheme asks for them, and come with the last signature', async () => {
    const dual = await scheme('JOINT-1', 'SEC-102', ['pk', 'cn']);
    const personId = person(7).id;
    const { offeringId } = await ratifyOffering(product, 'SEC-102', person(7).unitId, [personId]);
    const batch = await finished(`offering:${offeringId}`);
    expect(batch.counts.pending_signature).toBe(1);
    const { body: tasks } = await administrator('GET', `/api/v1/certification-batches/${batch.id}/tasks`);
    const { eventId, certificationId } = tasks.items[0];
    const sign = (client: Client, party: string) =>
      client('POST', '/api/v1/certifications/decisions', {
        body: { personId, schemeId: dual, party, decision: 'sign', eventId },
      });
    expect((await sign(administrator, 'pk')).body.status).toBe('pending_decision');
    expect((await batchOf(`offering:${offeringId}`)()).counts.issued).toBe(0);
    expect((await sign(chinese, 'cn')).body.status).toBe('current');
    const done = await eventually(batchOf(`offering:${offeringId}`), (b) => b.counts.issued === 1);
    expect(done.total).toBe(1);
    const { body: detail } = await administrator('GET', `/api/v1/certifications/${certificationId}`);
    const pdf = await administrator('GET', `/api/v1/certificates/${detail.certificates[0].id}/pdf`);
    expect(pdf.status).toBe(200);
    // Decided by hand, without a batch, it comes as well.
    await ratifyOffering(product, 'SEC-103', person(7).unitId, [personId]);
    const byHand = await scheme('HAND-1', 'SEC-103', ['pk']);
    await eventually(
      () => product.sql(`SELECT FROM evidence WHERE subject = 'SEC-103'`),
      (rows) => rows.length === 1,
    );
    const granted = await administrator('POST', '/api/v1/certifications/decisions', {
      body: { personId, schemeId: byHand, party: 'pk', decision: 'grant' },
    });
    const certification = async () =>
      (await administrator('GET', `/api/v1/certifications/${granted.body.certificationId}`)).body;
    const { certificates } = await eventually(certification, (c) => c.certificates.length === 1);
    expect(certificates[0].eventId).toBe(granted.body.eventId);
  });
});
