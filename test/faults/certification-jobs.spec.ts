import { randomUUID } from 'node:crypto';
import { ratifyOffering } from '../harness/ratified-offering.js';
import { eventually, startProduct, type Client, type Product } from '../harness/product.js';

const servers = [
  ['embedded PostgreSQL, queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15']
    ? [['older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;
const PEOPLE = 500;
const NAMES = ['زینب مرزا', 'حمزہ زیدی', 'عزیز احمد', 'ثنا بلوچ'];

describe.each(servers)('500 certificates, the worker killed in the middle, on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let administrator: Client;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    administrator = await product.signIn('administrator');
  }, 120_000);
  afterAll(() => product?.stop());

  const issued = async () => {
    const [{ n }] = await product.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM certification_task WHERE state = 'issued'`,
    );
    return n;
  };

  it('are 500 in the end, none twice, every task issued, and the audit chain holds', async () => {
    const unitId = (await administrator('GET', '/api/v1/units?limit=200')).body.items.find(
      (unit: { code: string }) => unit.code === 'SPU-BALOCHISTAN',
    ).id;
    const people = Array.from({ length: PEOPLE }, (_, i) => ({
      id: randomUUID(),
      number: `KILL-${String(i).padStart(5, '0')}`,
      ur: NAMES[i % NAMES.length],
    }));
    await product.sql(
      `INSERT INTO person (id, service_number, name_en, name_ur, unit_id)
       SELECT r.id, r.number, 'Guard ' || r.number, r.ur, $2 FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, number text, ur text)`,
      [JSON.stringify(people), unitId],
    );
    const rules = {
      requirement: { op: 'evidence', key: 'course', kind: 'course-result', subject: 'KILL-101' },
      validity: { years: 1 },
      renewalWindow: { months: 3 },
      grace: { days: 30 },
      anchor: { kind: 'completion' },
      authorities: ['pk'],
    };
    const title = { en: 'Site guard', ur: 'سائٹ گارڈ', zh: '驻地警卫' };
    const scheme = await administrator('POST', '/api/v1/schemes', { body: { code: 'KILL-1', title, rules } });
    const publish = `/api/v1/schemes/${scheme.body.id}/versions/${scheme.body.versionId}/publish`;
    await administrator('POST', publish, { body: { effectiveFrom: '2026-01-01' } });

    await ratifyOffering(
      product,
      'KILL-101',
      unitId,
      people.map(({ id }) => id),
    );
    await eventually(issued, (n) => n >= 60, 60);
    await product.worker.kill();
    const before = await issued();
    expect(before).toBeLessThan(PEOPLE);
    await product.worker.start();
    // The jobs that were in hand are taken up again when their locks have run out, which takes up to a minute.
    await eventually(issued, (n) => n === PEOPLE, 150);

    const [counts] = await product.sql(
      `SELECT count(*)::int AS certificates, count(DISTINCT certification_event_id)::int AS events, count(DISTINCT number)::int AS numbers,
         count(DISTINCT verification_code)::int AS codes, (SELECT count(*)::int FROM certification_event) AS granted,
         (SELECT count(DISTINCT person_id)::int FROM certification) AS people, (SELECT count(*)::int FROM evidence) AS evidence,
         (SELECT count(*)::int FROM audit_entry WHERE action = 'certification.certificate-issued') AS told FROM certificate`,
    );
    expect(Object.values(counts)).toEqual(Array(8).fill(PEOPLE));
    const { body } = await administrator('GET', '/api/v1/certification-batches');
    expect(body.items).toMatchObject([{ total: PEOPLE, percent: 100, counts: { issued: PEOPLE, queued: 0 } }]);
    await eventually(
      () => product.sql(`SELECT FROM audit_pending`),
      (rows) => rows.length === 0,
    );
    expect(await product.cli('verify-audit')).toMatchObject({ status: 0 });
  }, 300_000);
});
