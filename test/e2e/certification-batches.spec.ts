import { correctResult, ratifyOffering } from '../harness/ratified-offering.js';
import { eventually, startProduct, type Client, type Product } from '../harness/product.js';

const servers = [
  ['embedded PostgreSQL, queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15']
    ? [['older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;
const title = { en: 'Convoy guard', ur: 'قافلہ گارڈ', zh: '车队警卫' };
const course = (subject: string) => ({ op: 'evidence', key: 'course', kind: 'course-result', subject });
const rules = (requirement: object, authorities: string[]) => ({
  requirement,
  validity: { years: 1 },
  renewalWindow: { months: 3 },
  grace: { days: 30 },
  anchor: { kind: 'completion' },
  authorities,
});

describe.each(servers)('batches of certifications on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let administrator: Client;
  let people: { id: string; serviceNumber: string; unitId: string; version: number }[];
  const person = (n: number) => people.find((p) => p.serviceNumber === `DEMO-${String(n).padStart(5, '0')}`)!;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    administrator = await product.signIn('administrator');
    people = (await administrator('GET', '/api/v1/people?limit=200')).body.items;
  }, 120_000);
  afterAll(() => product?.stop());

  async function scheme(code: string, requirement: object, authorities = ['pk']): Promise<string> {
    const body = { code, title, rules: rules(requirement, authorities) };
    const created = await administrator('POST', '/api/v1/schemes', { body });
    const publish = `/api/v1/schemes/${created.body.id}/versions/${created.body.versionId}/publish`;
    expect((await administrator('POST', publish, { body: { effectiveFrom: '2026-01-01' } })).status).toBe(204);
    return created.body.id;
  }
  const batch = async (cause: string, language = 'en') => {
    const { body } = await administrator('GET', '/api/v1/certification-batches');
    const id = body.items.find((b: { cause: string }) => b.cause === cause)?.id;
    if (!id) return undefined;
    const headers = { 'accept-language': language };
    return (await administrator('GET', `/api/v1/certification-batches/${id}`, { headers })).body;
  };
  const finished = (cause: string, seconds = 30) =>
    eventually(
      () => batch(cause),
      (b) => b?.percent === 100,
      seconds,
    );
  const retry = (taskId: string) => administrator('POST', `/api/v1/certification-tasks/${taskId}/retry`);
  const decide = (personId: string, schemeId: string, decision: string, more: object = {}) =>
    administrator('POST', '/api/v1/certifications/decisions', {
      body: { personId, schemeId, party: 'pk', decision, ...more },
    });
  const certificationOf = async (personId: string, schemeId: string) => {
    const { body } = await administrator('GET', `/api/v1/certifications?personId=${personId}&schemeId=${schemeId}`);
    return (await administrator('GET', `/api/v1/certifications/${body.items[0].id}`)).body;
  };

  it('keep what the rules refuse, with reason and remedy in the reader’s language, until it is mended and run again', async () => {
    const schemeId = await scheme('MENDED', {
      op: 'all',
      of: [course('MEND-101'), { op: 'evidence', key: 'fitness', kind: 'fitness' }],
    });
    const [first, second] = [person(1), person(4)];
    const fitness = (personId: string) =>
      administrator('POST', '/api/v1/evidence', {
        body: { personId, kind: 'fitness', achievedOn: '2026-01-05', reason: 'seen in the original' },
      });
    // One lacks fitness, the name of the other cannot be printed.
    expect((await fitness(second.id)).status).toBe(201);
    const renamed = { nameEn: 'Naveed Akhtar 😀' };
    const rename = (body: object, version: number) =>
      administrator('PATCH', `/api/v1/people/${second.id}`, { body, headers: { 'if-match': `"${version}"` } });
    expect((await rename(renamed, second.version)).status).toBe(200);
    const { offeringId } = await ratifyOffering(product, 'MEND-101', first.unitId, [first.id, second.id]);
    const cause = `offering:${offeringId}`;
    const { counts, attention } = await finished(cause);
    expect(counts).toMatchObject({ refused: 2, issued: 0 });
    const byOffering = (id: string) => administrator('GET', `/api/v1/certification-batches?offeringId=${id}`);
    expect((await byOffering(offeringId)).body.items.map((b: { cause: string }) => b.cause)).toEqual([cause]);
    expect((await byOffering(first.id)).body.items).toEqual([]);
    const reasonOf = (personId: string, rows = attention) =>
      rows.find((t: { personId: string }) => t.personId === personId);
    expect(reasonOf(first.id).failure).toMatchObject({
      code: 'certification.requirements-missing',
      detail: '1 requirement(s) are not met; see the list.',
      extra: { missing: [{ key: 'fitness', reason: 'absent' }] },
    });
    expect(reasonOf(second.id).failure).toMatchObject({
      code: 'certification.glyph-missing',
      params: { character: '😀' },
    });
    const inUrdu = await batch(cause, 'ur');
    expect(reasonOf(first.id, inUrdu.attention).failure.title).toBe('شرائط پوری نہیں۔');

    // Nothing was left behind for the one, the other is granted without a paper.
    expect((await administrator('GET', `/api/v1/certifications?personId=${first.id}`)).body.items).toEqual([]);
    const { status, certificates, tasks } = await certificationOf(second.id, schemeId);
    expect([status, certificates, tasks[0].failure.code]).toEqual(['current', [], 'certification.glyph-missing']);

    expect((await fitness(first.id)).status).toBe(201);
    const { body: now } = await administrator('GET', `/api/v1/people/${second.id}`);
    expect((await rename({ nameEn: 'Naveed Akhtar' }, now.version)).status).toBe(200);
    for (const { id } of attention) expect((await retry(id)).status).toBe(202);
    const after = await eventually(
      () => batch(cause),
      (b) => b.counts.issued === 2,
    );
    expect(after.attention).toEqual([]);
    expect((await retry(attention[0].id)).body.code).toBe('certification.task-not-stopped');
    const again = await ratifyOffering(product, 'MEND-101', first.unitId, [first.id]);
    const twice = await finished(`offering:${again.offeringId}`);
    expect(twice.attention[0].failure.code).toBe('certification.renewal-not-open');
  });

  it('keep what failed after five attempts, as a task and as a job, and either runs it again', async () => {
    await scheme('FAILING', course('FAIL-101'));
    await product.sql(`
      CREATE FUNCTION break_certificates() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`);
    await product.sql(
      `CREATE TRIGGER broken BEFORE INSERT ON certificate FOR EACH ROW EXECUTE FUNCTION break_certificates()`,
    );
    const broken = [person(7), person(10)];
    const ids = broken.map(({ id }) => id);
    const { offeringId } = await ratifyOffering(product, 'FAIL-101', broken[0].unitId, ids);
    const cause = `offering:${offeringId}`;
    const { counts, attention } = await finished(cause, 60);
    expect(counts.failed).toBe(2);
    expect(attention[0]).toMatchObject({
      attempts: 5,
      failure: { code: 'certification.task-failed', detail: 'After 5 attempts: the disk is full' },
    });
    const { jobId } = attention[0];
    const job = await eventually(
      async () => (await administrator('GET', `/api/v1/jobs/certification/${jobId}`)).body,
      ({ state }) => state === 'failed',
    );
    expect(job).toMatchObject({ attempts: 5, failedReason: '2 of 2 task(s): the disk is full' });
    await product.sql(`DROP TRIGGER broken ON certificate`);
    expect((await retry(attention[0].id)).status).toBe(202);
    await eventually(
      () => batch(cause),
      (b) => b.counts.issued === 1,
    );
    expect((await administrator('POST', `/api/v1/jobs/certification/${jobId}/retry`)).status).toBe(202);
    await eventually(
      () => batch(cause),
      (b) => b.counts.issued === 2,
    );
    const [{ n }] = await product.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM certificate k JOIN certification c ON c.id = k.certification_id WHERE c.person_id = ANY($1)`,
      [ids],
    );
    expect(n).toBe(2);
  }, 90_000);

  it('ask for a review where a corrected result was the ground, and end with the decision about it', async () => {
    const schemeId = await scheme('GROUNDED', course('GROUND-101'));
    const dual = await scheme('GROUNDED-2', course('GROUND-101'), ['pk', 'cn']);
    const subject = person(13);
    const { offeringId, resultIds } = await ratifyOffering(product, 'GROUND-101', subject.unitId, [subject.id]);
    const before = await finished(`offering:${offeringId}`);
    expect(before.counts).toMatchObject({ issued: 1, pending_signature: 1 });
    const corrected = await correctResult(product, resultIds[0], 'failed');
    const cause = `course-result:${corrected}`;
    const review = await eventually(
      () => batch(cause),
      (b) => b?.total === 2,
    );
    expect(review.counts.review).toBe(2);
    expect(review.attention[0].failure).toMatchObject({
      code: 'certification.result-withdrawn',
      detail: 'The result of the course GROUND-101 was corrected to failed after the decision.',
    });
    // Nothing is undone by itself, and nothing is built upon it.
    const held = await certificationOf(subject.id, schemeId);
    expect([held.status, held.tasks[0].state]).toEqual(['current', 'review']);
    const { pendingEventId } = await certificationOf(subject.id, dual);
    const signed = await decide(subject.id, dual, 'sign', { eventId: pendingEventId });
    expect(signed.body.code).toBe('certification.evidence-withdrawn');
    const [{ n }] = await product.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'certification.review-needed' AND person_id = $1`,
      [subject.id],
    );
    expect(n).toBe(2);

    const reason = 'the result was corrected to failed';
    expect((await decide(subject.id, schemeId, 'revoked', { reason })).body.status).toBe('revoked');
    const withdrawn = await decide(subject.id, dual, 'corrected', { reason, eventId: pendingEventId });
    expect(withdrawn.body.status).toBe('none');
    const ended = await batch(cause);
    expect(ended.counts).toMatchObject({ review: 0, refused: 2 });
    expect((await batch(`offering:${offeringId}`)).counts).toMatchObject({
      issued: 1,
      pending_signature: 0,
      refused: 1,
    });
    expect((await decide(subject.id, dual, 'grant')).body.code).toBe('certification.requirements-missing');
  });

  it('certify a result that was corrected to passed like any other', async () => {
    await scheme('LATE', course('LATE-101'));
    const subject = person(16);
    const { resultIds } = await ratifyOffering(product, 'LATE-101', subject.unitId, [subject.id]);
    const failed = await correctResult(product, resultIds[0], 'failed');
    const passed = await correctResult(product, failed, 'passed');
    const { counts } = await finished(`course-result:${passed}`);
    // The first event may have been worked off before or after the corrections; either way one certificate comes of it.
    expect(counts.issued + counts.refused).toBe(1);
    await eventually(
      () =>
        product.sql(
          `SELECT FROM certificate k JOIN certification c ON c.id = k.certification_id WHERE c.person_id = $1`,
          [subject.id],
        ),
      (rows) => rows.length === 1,
    );
  });
});
