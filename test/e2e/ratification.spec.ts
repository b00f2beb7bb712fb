import { startProduct, type Client, type Product } from '../harness/product.js';
import { codes, DeliveryFixtures, register, results, servers, type Offering } from './delivery.fixtures.js';

describe.each(servers)('ratification over HTTP on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let make: DeliveryFixtures;
  let trainer: Client;
  let second: Client;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    make = await DeliveryFixtures.on(product);
    [trainer, second] = [
      await make.account('trainer.one', 'trainer', 'SSD-SOUTH'),
      await make.account('trainer.two', 'trainer', 'SSD-SOUTH'),
    ];
    // Events leave the outbox within milliseconds: the test keeps what passes through.
    await product.sql(`CREATE TABLE seen_event (name text, payload jsonb)`);
    await product.sql(
      `CREATE FUNCTION see_event() RETURNS trigger LANGUAGE plpgsql AS
       'BEGIN INSERT INTO seen_event VALUES (NEW.name, NEW.payload); RETURN NEW; END'`,
    );
    await product.sql(`CREATE TRIGGER see AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION see_event()`);
  }, 120_000);
  afterAll(() => product?.stop());

  const events = (name: string) =>
    product.sql<{ payload: Record<string, string> }>(`SELECT payload FROM seen_event WHERE name = $1`, [name]);

  it('takes back a score that was entered for the wrong person, the last attempt first, and keeps it on record', async () => {
    const people = await make.people(2, 'SSD-SOUTH');
    const self = await make.account('trainer.withdrawn', 'trainer', 'SSD-SOUTH', people[0]);
    const offering = await make.offering(people);
    const [wrong, right] = offering.trainees;
    const entries = [make.score(wrong, 'FINAL', 40, 1), make.score(wrong, 'FINAL', 75, 2)];
    const entered = (await trainer('PUT', results(offering), { body: { results: entries } })).body.items;
    const [first, last]: string[] = entered.map((item: { resultId: string }) => item.resultId);
    const reason = 'it was the other one who sat this';
    const withdraw = (by: Client, id: string) =>
      by('POST', `/api/v1/assessment-results/${id}/withdrawal`, { body: { reason } });
    const early = await withdraw(trainer, first);
    expect([early.status, early.body.code, early.body.resultId]).toEqual([
      ...[409, 'delivery.later-attempt-stands', last],
    ]);
    expect((await withdraw(self, last)).body.code).toBe('delivery.examiner-is-examinee');
    for (const id of [last, first]) {
      const done = await withdraw(second, id);
      expect([done.status, done.body]).toEqual([200, { resultsCorrected: 0 }]);
    }
    expect((await withdraw(second, first)).body).toMatchObject({ code: 'delivery.superseded', currentId: null });
    expect((await trainer('GET', results(offering))).body.people).toMatchObject([{ results: [] }, { results: [] }]);
    const anew = { results: [make.score(right, 'FINAL', 75), make.score(wrong, 'FINAL', 64)] };
    const { body } = await trainer('PUT', results(offering), { body: anew });
    expect(body.items).toMatchObject([{ status: 'recorded' }, { status: 'recorded' }]);
    const rows = await product.sql<{ score: string; withdrawn: boolean; reason: string | null; standing: boolean }>(
      `SELECT score, withdrawn, reason, superseded_at IS NULL AS standing FROM assessment_result
       WHERE enrolment_id = $1 ORDER BY recorded_at, attempt`,
      [wrong.enrolmentId],
    );
    expect(rows.map((row) => [Number(row.score), row.withdrawn, row.reason, row.standing])).toEqual([
      [40, false, null, false],
      [75, false, null, false],
      [75, true, reason, false],
      [40, true, reason, false],
      [64, false, null, true],
    ]);
    const [entry] = (await make.administrator('GET', `/api/v1/audit?entityId=${first}`)).body.items;
    expect(entry).toMatchObject({ action: 'delivery.result-withdrawn', before: { score: 40, attempt: 1 }, reason });
  });

  describe('ratification', () => {
    /** Of four, the first passes, the second fails, the third was away too much, the fourth was never there. */
    const delivered = async () => {
      const offering = await make.offering(await make.people(4), { enrolment: 'confirmed' });
      const [a, b, c, d] = offering.trainees;
      const [first, ...rest] = offering.sessions;
      const never = { [d.enrolmentId]: { status: 'absent' } };
      await make.close(offering, [first], trainer, second, never);
      await make.close(offering, rest, trainer, second, { ...never, [c.enrolmentId]: { status: 'absent' } });
      const body = { results: [make.score(a, 'FINAL', 80), make.score(b, 'FINAL', 20), make.score(b, 'FINAL', 30, 2)] };
      await trainer('PUT', results(offering), { body });
      return offering;
    };
    const noShow = ({ enrolmentId }: { enrolmentId: string }) =>
      product.sql(
        `UPDATE enrolment SET state = 'incomplete', incomplete_reason = 'no_show', seat_number = NULL WHERE id = $1`,
        [enrolmentId],
      );
    const courseResults = (offering: Offering) =>
      product.sql<{ id: string; enrolment_id: string; outcome: string; standing: boolean; average: string }>(
        `SELECT r.id, r.enrolment_id, r.outcome, r.superseded_at IS NULL AS standing, r.average FROM course_result r
         JOIN enrolment e ON e.id = r.enrolment_id WHERE e.offering_id = $1 ORDER BY e.seat_number, r.ratified_at`,
        [offering.id],
      );

    it('names what stands in its way, then writes every result once, however many ratify', async () => {
      const offering = await delivered();
      const [, , c, d] = offering.trainees;
      const path = `/api/v1/offerings/${offering.id}`;
      const preview = (await trainer('GET', `${path}/ratification`)).body;
      expect(preview.obstacles).toMatchObject([
        { code: 'results-missing', enrolmentIds: [c.enrolmentId] },
        { code: 'never-attended', enrolmentIds: [d.enrolmentId] },
      ]);
      expect([preview.completedOn, preview.ratified]).toEqual([offering.lastDay, null]);
      expect(
        preview.people.map((p: { outcome: string; shortfalls: { code: string }[] }) => [
          p.outcome,
          ...p.shortfalls.map(({ code }) => code),
        ]),
      ).toEqual([
        ['passed'],
        ['failed', 'assessment-not-passed', 'too-few-passed'],
        ['incomplete', 'attendance-below-minimum', 'assessment-not-taken', 'too-few-passed'],
        ['incomplete', 'attendance-below-minimum', 'assessment-not-taken', 'too-few-passed'],
      ]);
      const early = await trainer('POST', `${path}/ratify`, { body: { withoutResults: true } });
      expect([early.status, early.body.obstacles.map((o: { code: string }) => o.code)]).toEqual([
        409,
        ['never-attended'],
      ]);
      await noShow(d);
      expect((await trainer('POST', `${path}/ratify`, { body: {} })).body.code).toBe('delivery.not-ready');
      const answers = await Promise.all(
        [trainer, second, trainer, second].map((by) =>
          by('POST', `${path}/ratify`, { body: { withoutResults: true } }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      expect(answers.find(({ status }) => status === 200)?.body).toEqual({ passed: 1, failed: 1, incomplete: 1 });
      const { ratified } = (await trainer('GET', `${path}/ratification`)).body;
      expect(ratified).toMatchObject({ by: { nameEn: expect.stringMatching(/^Trainee /) } });
      expect((await courseResults(offering)).map(({ outcome, average }) => [outcome, Number(average)])).toEqual([
        ['passed', 40],
        ['failed', 15],
        ['incomplete', 0],
      ]);
      const states = await product.sql<{ state: string }>(
        `SELECT state FROM enrolment WHERE offering_id = $1 UNION ALL SELECT state FROM offering WHERE id = $1`,
        [offering.id],
      );
      expect(states.map(({ state }) => state).sort()).toEqual([
        ...['completed', 'completed', 'completed', 'incomplete', 'ratified'],
      ]);
      const seen = (await events('delivery.offering-ratified')).filter((e) => e.payload['offeringId'] === offering.id);
      expect(seen).toHaveLength(1);
    });

    it('locks the records; a correction is an administrator’s, and the result is worked out again', async () => {
      const offering = await delivered();
      const [a, b, c, d] = offering.trainees;
      await noShow(d);
      const ratify = { body: { withoutResults: true } };
      expect((await trainer('POST', `/api/v1/offerings/${offering.id}/ratify`, ratify)).status).toBe(200);
      const [session] = offering.sessions;
      expect(codes((await make.mark(trainer, offering, session)).body)).toEqual([
        'delivery.not-in-delivery',
        'delivery.register-locked',
      ]);
      const enter = await trainer('PUT', results(offering), { body: { results: [make.score(c, 'FINAL', 90)] } });
      expect(enter.body.code).toBe('delivery.not-in-delivery');
      await expect(
        product.sql(
          `INSERT INTO assessment_result (id, enrolment_id, assessment_code, attempt, score, taken_on, examiner_id, recorded_at)
           VALUES (gen_random_uuid(), $1, 'FINAL', 1, 90, current_date, $2, now())`,
          [c.enrolmentId, a.personId],
        ),
      ).rejects.toThrow(/ratified/);

      const grid = (await trainer('GET', results(offering))).body.people;
      const scoreOf = (id: string) => grid.find((p: { enrolmentId: string }) => p.enrolmentId === id).results.at(-1).id;
      const path = `/api/v1/assessment-results/${scoreOf(b.enrolmentId)}/corrections`;
      const correction = { body: { score: 61, reason: 'added up again' } };
      const refused = await trainer('POST', path, correction);
      expect([refused.status, refused.body.code]).toEqual([403, 'delivery.ratified-needs-administrator']);
      expect((await make.administrator('POST', path, correction)).body).toMatchObject({ resultsCorrected: 1 });
      const away = { reason: 'mistaken for another', marks: [{ enrolmentId: a.enrolmentId, status: 'absent' }] };
      expect((await trainer('POST', `${register(session)}/corrections`, { body: away })).status).toBe(403);
      const marked = await make.administrator('POST', `${register(session)}/corrections`, { body: away });
      expect(marked.body).toEqual({ written: 1, resultsCorrected: 1 });
      expect((await make.marksOf(session)).filter(({ superseded, reason }) => superseded || reason)).toHaveLength(2);

      const rows = await courseResults(offering);
      expect(rows.map(({ outcome, standing }) => [outcome, standing])).toEqual([
        ['passed', false],
        // 480 of 600 minutes are enough: passed still, with other figures.
        ['passed', true],
        ['failed', false],
        ['passed', true],
        ['incomplete', true],
      ]);
      const corrected = (await events('delivery.result-corrected')).map(({ payload }) => payload['courseResultId']);
      expect(corrected).toEqual(expect.arrayContaining([rows[1].id, rows[3].id]));
    });

    it('lets an administrator set an outcome by decision, which later corrections keep', async () => {
      const offering = await delivered();
      const [, b, , d] = offering.trainees;
      await noShow(d);
      await trainer('POST', `/api/v1/offerings/${offering.id}/ratify`, { body: { withoutResults: true } });
      const standing = async () => {
        const rows = await courseResults(offering);
        return rows.filter((r) => r.enrolment_id === b.enrolmentId && r.standing)[0];
      };
      const correct = async (body: object, by = make.administrator) =>
        by('POST', `/api/v1/course-results/${(await standing()).id}/corrections`, { body });
      const reason = 'appeal upheld by the board';
      expect((await correct({ reason }, trainer)).status).toBe(403);
      expect((await correct({ reason })).body.code).toBe('delivery.nothing-changes');
      expect((await correct({ reason, outcome: 'passed' })).body.outcome).toBe('passed');
      const progress = (await trainer('GET', `/api/v1/offerings/${offering.id}/progress`)).body.items;
      const shown = progress.find((p: { enrolmentId: string }) => p.enrolmentId === b.enrolmentId).result;
      expect(shown.shortfalls[0]).toMatchObject({
        code: 'set-by-decision',
        message: 'The outcome was set by decision; by the rules it would be “failed”.',
      });
      const marks = [{ enrolmentId: b.enrolmentId, status: 'late', minutes: 60 }];
      const body = { reason: 'left early', marks };
      await make.administrator('POST', `${register(offering.sessions[1])}/corrections`, { body });
      expect((await standing()).outcome).toBe('passed');
      expect((await correct({ reason: 'appeal withdrawn' })).body.outcome).toBe('failed');
    });
  });
});
