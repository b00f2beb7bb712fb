import { startProduct, type Client, type Product } from '../harness/product.js';
import { codes, DeliveryFixtures, register, results, servers } from './delivery.fixtures.js';

describe.each(servers)('delivery over HTTP on %s', (_name, adminUrl, redisUrl) => {
  let product: Product;
  let make: DeliveryFixtures;
  let trainer: Client;
  let second: Client;
  let commander: Client;
  let trainee: Client;
  let traineeId: string;

  beforeAll(async () => {
    product = await startProduct({ adminUrl, redisUrl });
    make = await DeliveryFixtures.on(product);
    [trainer, second] = [
      await make.account('trainer.one', 'trainer', 'SSD-SOUTH'),
      await make.account('trainer.two', 'trainer', 'SSD-SOUTH'),
    ];
    [commander, trainee] = [await product.signIn('commander'), await product.signIn('trainee')];
    traineeId = (await trainee('GET', '/api/v1/me')).body.personId;
  }, 120_000);
  afterAll(() => product?.stop());

  describe('a register', () => {
    it('goes from the first mark to the countersignature of another person, and then the session is held', async () => {
      const offering = await make.offering(await make.people(3), {
        begun: 1,
        state: 'confirmed',
        enrolment: 'confirmed',
      });
      const [session] = offering.sessions;
      const [late, , absent] = offering.trainees;
      const others = {
        [late.enrolmentId]: { status: 'late', minutes: 90, note: 'late bus', device: 'tablet 3' },
        [absent.enrolmentId]: { status: 'absent' },
      };
      const marked = await make.mark(trainer, offering, session, others);
      expect([marked.status, marked.body]).toEqual([200, { version: 2, written: 3, unchanged: 0 }]);
      const { body } = await trainer('GET', register(session));
      expect(body).toMatchObject({ state: 'open', minutes: 120, sessionState: 'scheduled', version: 2 });
      expect(
        body.people.map((p: { mark: { minutes: number }; enrolmentState: string }) => [
          p.mark.minutes,
          p.enrolmentState,
        ]),
      ).toEqual([
        [90, 'attending'],
        [120, 'attending'],
        [0, 'confirmed'],
      ]);
      const [{ state }] = await product.sql<{ state: string }>(`SELECT state FROM offering WHERE id = $1`, [
        offering.id,
      ]);
      expect(state).toBe('in_progress');

      expect((await make.sign(trainer, session, 'countersign')).body.code).toBe('delivery.wrong-register-state');
      expect((await make.sign(trainer, session, 'submit')).body).toEqual({ state: 'submitted', version: 3 });
      expect((await make.mark(second, offering, session)).body.code).toBe('delivery.register-locked');
      expect((await make.sign(trainer, session, 'countersign')).body.code).toBe('delivery.submitted-by-you');
      const stale = await second('POST', `${register(session)}/countersign`, { headers: { 'if-match': '"2"' } });
      expect([stale.status, stale.body.currentVersion]).toEqual([412, 3]);
      const reopened = await second('POST', `${register(session)}/reopen`, { body: { reason: 'one mark is wrong' } });
      expect(reopened.body).toEqual({ state: 'open', version: 4 });
      await make.sign(second, session, 'submit');
      expect((await make.sign(trainer, session, 'countersign')).body).toEqual({ state: 'countersigned', version: 6 });
      const after = (await trainer('GET', register(session))).body;
      expect([after.state, after.sessionState]).toEqual(['countersigned', 'held']);
      const audit = (await make.administrator('GET', `/api/v1/audit?entity=register&entityId=${session}&limit=50`))
        .body;
      const counts = new Map<string, number>();
      for (const { action } of audit.items) counts.set(action, (counts.get(action) ?? 0) + 1);
      expect(Object.fromEntries(counts)).toEqual({
        'delivery.attendance-marked': 3,
        'delivery.register-submitted': 2,
        'delivery.register-reopened': 1,
        'delivery.register-countersigned': 1,
      });
    });

    it('that is sent again writes nothing; another mark supersedes the former, which stays', async () => {
      const offering = await make.offering(await make.people(2));
      const [session] = offering.sessions;
      const answers = await Promise.all(Array.from({ length: 6 }, () => make.mark(trainer, offering, session)));
      expect(answers.map(({ body }) => body.written).sort()).toEqual([0, 0, 0, 0, 0, 2]);
      const others = { [offering.trainees[0].enrolmentId]: { status: 'excused', note: 'leave' } };
      const changed = await make.mark(second, offering, session, others);
      expect(changed.body).toEqual({ version: 3, written: 1, unchanged: 1 });
      expect(await make.marksOf(session)).toHaveLength(3);
      const of = `${register(session)}/marks?enrolmentId=${offering.trainees[0].enrolmentId}`;
      expect((await trainer('GET', of)).body.items).toMatchObject([
        { status: 'excused', note: 'leave', minutes: 0, markedBy: { nameEn: expect.stringMatching(/^Trainee /) } },
        { status: 'present', note: null, minutes: 120, reason: null },
      ]);
      await expect(
        product.sql(`UPDATE attendance_mark SET minutes = 1 WHERE session_id = $1`, [session]),
      ).rejects.toThrow(/superseded, never changed/);
    });

    it('is not signed with somebody unmarked, not before its session, not for an offering that has not begun', async () => {
      const offering = await make.offering(await make.people(2), { begun: 2 });
      const [, session, , inTwoDays] = offering.sessions;
      const [one, two] = offering.trainees;
      const body = { marks: [{ enrolmentId: one.enrolmentId, status: 'present' }] };
      await trainer('PUT', `${register(session)}/marks`, { body });
      const early = await make.sign(trainer, session, 'submit');
      expect([early.body.code, early.body.enrolmentIds]).toEqual(['delivery.unmarked', [two.enrolmentId]]);
      expect((await make.mark(trainer, offering, inTwoDays)).body.code).toBe('delivery.session-not-begun');
      const planned = await make.offering(await make.people(1), {
        begun: -1,
        state: 'confirmed',
        enrolment: 'confirmed',
      });
      const refused = await make.mark(trainer, planned, planned.sessions[0]);
      expect(codes(refused.body)).toEqual(['delivery.not-in-delivery', 'delivery.session-not-begun']);
      const wrong = [
        { enrolmentId: one.enrolmentId, status: 'late' },
        { enrolmentId: planned.trainees[0].enrolmentId, status: 'present' },
      ];
      const bad = await trainer('PUT', `${register(session)}/marks`, { body: { marks: wrong } });
      expect([bad.status, bad.body.problems]).toEqual([
        422,
        [
          { enrolmentId: one.enrolmentId, problem: 'minutes-of-late' },
          { enrolmentId: planned.trainees[0].enrolmentId, problem: 'not-on-the-register' },
        ],
      ]);
    });

    it('is kept by nobody who is a trainee in it, and seen by no other unit', async () => {
      const [personId] = await make.people(1, 'SSD-SOUTH');
      const colleague = await make.account('trainer.on.course', 'trainer', 'SSD-SOUTH', personId);
      const offering = await make.offering([personId, ...(await make.people(1))]);
      const [session] = offering.sessions;
      const refused = await make.mark(colleague, offering, session);
      expect([refused.status, refused.body.code]).toEqual([403, 'delivery.actor-is-trainee']);
      await make.mark(trainer, offering, session);
      expect((await make.sign(colleague, session, 'submit')).body.code).toBe('delivery.actor-is-trainee');
      await make.sign(trainer, session, 'submit');
      expect((await make.sign(colleague, session, 'countersign')).body.code).toBe('delivery.actor-is-trainee');
      const stranger = await make.account('trainer.north', 'trainer', 'SSD-NORTH');
      const marks = `${register(session)}/marks?enrolmentId=${offering.trainees[0].enrolmentId}`;
      for (const path of [
        register(session),
        marks,
        results(offering),
        `/api/v1/offerings/${offering.id}/ratification`,
      ]) {
        expect([path, (await stranger('GET', path)).status]).toEqual([path, 404]);
        expect([path, (await commander('GET', path)).status]).toEqual([path, 403]);
      }
      expect((await make.mark(stranger, offering, session)).status).toBe(404);
      expect((await stranger('GET', `/api/v1/offerings/${offering.id}/progress`)).status).toBe(404);
    });
  });

  describe('scores', () => {
    it('are answered one by one, refused with every reason, and change nothing when sent again', async () => {
      const offering = await make.offering(await make.people(3));
      const [a, b, c] = offering.trainees;
      const body = {
        results: [
          make.score(a, 'FINAL', 75, 2),
          make.score(a, 'FINAL', 40, 1),
          make.score(b, 'FINAL', 101),
          make.score(b, 'DRILL', 12.5),
          { ...make.score(c, 'FINAL', 10), examinerId: c.personId, takenOn: '2020-01-01' },
          make.score(c, 'ESSAY', 10),
        ],
      };
      const first = await trainer('PUT', results(offering), { body });
      expect(first.status).toBe(200);
      const told = first.body.items.map((i: { status: string; refusals: { code: string }[] }) => [
        i.status,
        ...i.refusals.map(({ code }) => code),
      ]);
      expect(told).toEqual([
        ['recorded'],
        ['recorded'],
        ['refused', 'delivery.score-too-high'],
        ['recorded'],
        ['refused', 'delivery.examiner-is-examinee', 'delivery.taken-on-out-of-range'],
        ['refused', 'delivery.unknown-assessment'],
      ]);
      const inUrdu = await second('PUT', results(offering), { body, headers: { 'accept-language': 'ur' } });
      expect(inUrdu.body.items.map((i: { status: string }) => i.status)).toEqual([
        ...['unchanged', 'unchanged', 'refused', 'unchanged', 'refused', 'refused'],
      ]);
      expect(inUrdu.body.items[2].refusals[0]).toMatchObject({ detail: 'زیادہ سے زیادہ 100 ہیں۔' });
      const again = {
        results: [make.score(a, 'FINAL', 90, 3), make.score(b, 'DRILL', 13), make.score(b, 'FINAL', 60, 2)],
      };
      const third = await trainer('PUT', results(offering), { body: again });
      expect(third.body.items.map((i: { refusals: { code: string }[] }) => i.refusals[0].code)).toEqual([
        'delivery.no-attempts-left',
        'delivery.already-recorded',
        'delivery.attempt-out-of-order',
      ]);
      const [{ n }] = await product.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM assessment_result a JOIN enrolment e ON e.id = a.enrolment_id WHERE e.offering_id = $1`,
        [offering.id],
      );
      expect(n).toBe(3);
    });

    it('are corrected with a reason by a row that supersedes, not by whom they concern', async () => {
      const [personId] = await make.people(1, 'SSD-SOUTH');
      const self = await make.account('trainer.examinee', 'trainer', 'SSD-SOUTH', personId);
      const offering = await make.offering([personId]);
      const [own] = offering.trainees;
      const refused = await self('PUT', results(offering), { body: { results: [make.score(own, 'FINAL', 100)] } });
      expect(refused.body.items[0].refusals[0].code).toBe('delivery.examiner-is-examinee');
      await trainer('PUT', results(offering), { body: { results: [make.score(own, 'FINAL', 55)] } });
      const grid = (await trainer('GET', results(offering))).body;
      const [{ id }] = grid.people[0].results;
      const path = `/api/v1/assessment-results/${id}/corrections`;
      const correction = { score: 65, reason: 'a page was not counted' };
      expect((await self('POST', path, { body: correction })).body.code).toBe('delivery.examiner-is-examinee');
      const corrected = await second('POST', path, { body: correction });
      expect([corrected.status, corrected.body.resultsCorrected]).toEqual([200, 0]);
      const late = await second('POST', path, { body: { ...correction, score: 66 } });
      expect([late.body.code, late.body.currentId]).toEqual(['delivery.superseded', corrected.body.id]);
      const same = await second('POST', `/api/v1/assessment-results/${corrected.body.id}/corrections`, {
        body: correction,
      });
      expect(same.body.code).toBe('delivery.nothing-changes');
      const rows = await product.sql<{ score: string; standing: boolean }>(
        `SELECT score, superseded_at IS NULL AS standing FROM assessment_result WHERE enrolment_id = $1 ORDER BY recorded_at`,
        [own.enrolmentId],
      );
      expect(rows.map(({ score, standing }) => [Number(score), standing])).toEqual([
        [55, false],
        [65, true],
      ]);
    });
  });

  describe('progress', () => {
    it('is told in hours and blocks of the whole, and warns when a pass is at risk and when it is out of reach', async () => {
      const offering = await make.offering([traineeId, ...(await make.people(1))], { begun: 4 });
      const [own, other] = offering.trainees;
      const [s1, s2, s3, s4] = offering.sessions;
      const mine = async (language: string) => {
        const { body } = await trainee('GET', '/api/v1/me/training', { headers: { 'accept-language': language } });
        return body.items.find((item: { offering: { id: string } }) => item.offering.id === offering.id);
      };
      for (const session of [s1, s2]) await make.mark(trainer, offering, session);
      expect(await mine('en')).toMatchObject({
        state: 'attending',
        offering: { course: { code: 'GUARD-101', title: { zh: '驻地警卫' } } },
        progress: {
          minutes: { attended: 240, past: 240, total: 600 },
          percent: { ofPast: 100, ofTotal: 40 },
          blocks: { done: 1, total: 2 },
        },
        outlook: { passing: 'possible', mayMissMinutes: 120, warnings: [] },
        nextSession: { id: offering.sessions[4], blockCode: 'SEARCH', venue: null },
        result: null,
      });
      const absent = { [own.enrolmentId]: { status: 'absent' } };
      await make.mark(trainer, offering, s3, absent);
      const atRisk = await mine('zh-CN');
      expect([atRisk.outlook.passing, atRisk.outlook.mayMissMinutes]).toEqual(['at-risk', 0]);
      expect(atRisk.outlook.warnings[0].message).toBe('存在风险：再缺一次课可能导致无法通过。最多还可缺勤 0 分钟。');
      await make.mark(trainer, offering, s4, absent);
      await trainer('PUT', results(offering), { body: { results: [make.score(other, 'FINAL', 30)] } });
      const lost = await mine('ur');
      expect(lost.outlook).toMatchObject({
        passing: 'impossible',
        warnings: [{ code: 'attendance-out-of-reach', figures: { attended: 360, required: 480, total: 600 } }],
      });
      expect(lost.outlook.warnings[0].message).toContain('اب کامیابی ممکن نہیں');

      const { body } = await trainer('GET', `/api/v1/offerings/${offering.id}/progress`);
      expect(
        body.items.map((i: { personId: string; outlook: { passing: string } }) => [i.personId, i.outlook.passing]),
      ).toEqual([
        [own.personId, 'impossible'],
        [other.personId, 'at-risk'],
      ]);
      expect(body.items[1].outlook.warnings).toMatchObject([
        { code: 'last-attempt', figures: { assessment: 'FINAL' } },
      ]);
    });

    it('of others is seen by their commander, by the trainer of the offering, and by nobody else', async () => {
      const [sindhi] = await make.people(1);
      const [northern] = await make.people(1, 'SSU-KP');
      const offering = await make.offering([traineeId, sindhi, northern]);
      const seen = async (client: Client) => {
        const { body } = await client('GET', `/api/v1/offerings/${offering.id}/progress`);
        return body.items.map((item: { personId: string }) => item.personId).sort();
      };
      expect(await seen(trainer)).toEqual([traineeId, sindhi, northern].sort());
      // The commander of the unit that runs it sees his own people, not those of other units.
      const south = await make.account('commander.south', 'commander', 'SSD-SOUTH');
      expect(await seen(south)).toEqual([traineeId, sindhi].sort());
      expect(await seen(commander)).toEqual([traineeId]);
      expect(await seen(trainee)).toEqual([traineeId]);
      const of = async (client: Client, personId: string) => {
        const { status, body } = await client('GET', `/api/v1/people/${personId}/training`);
        return status === 200 ? body.items.length : status;
      };
      expect([await of(trainer, northern), await of(south, northern), await of(commander, sindhi)]).toEqual([
        1, 404, 404,
      ]);
      expect([await of(south, sindhi), await of(trainee, sindhi)]).toEqual([1, 404]);
      expect(await of(trainee, traineeId)).toBeGreaterThan(0);
      const page = await make.administrator('GET', `/api/v1/people/${traineeId}/training?limit=1`);
      const next = `/api/v1/people/${traineeId}/training?limit=1&cursor=${page.body.nextCursor}`;
      const following = await make.administrator('GET', next);
      expect(following.body.items[0].enrolmentId).not.toBe(page.body.items[0].enrolmentId);
    });
  });
});
