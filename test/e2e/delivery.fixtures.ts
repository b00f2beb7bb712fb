import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD, type Client, type Product } from '../harness/product.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const text = (en: string, ur: string, zh: string) => ({ en, ur, zh });

/** 600 minutes, of which 120 may be missed; the final test must be passed within two attempts, the drill within one. */
export const CONTENT = {
  blocks: [
    { code: 'LAW', title: text('Law', 'قانون', '法律'), kind: 'theory', minutes: 240 },
    { code: 'SEARCH', title: text('Vehicle search', 'گاڑی کی تلاشی', '车辆检查'), kind: 'practical', minutes: 360 },
  ],
  assessments: [
    {
      ...{ code: 'FINAL', title: text('Final test', 'آخری امتحان', '结业考试'), kind: 'written' },
      ...{ maxScore: 100, passScore: 60, maxAttempts: 2 },
    },
    {
      ...{ code: 'DRILL', title: text('Search drill', 'تلاشی کی مشق', '检查演练'), kind: 'practical' },
      ...{ maxScore: 20, passScore: 12, maxAttempts: 1 },
    },
  ],
  passRule: { mustPass: ['FINAL'], atLeast: 1 },
  minimumAttendance: 80,
  prerequisites: [],
};

export interface Trainee {
  readonly personId: string;
  readonly enrolmentId: string;
}

export interface Offering {
  readonly id: string;
  /** Five, of 120 minutes: two of LAW, three of SEARCH. */
  readonly sessions: readonly string[];
  readonly trainees: readonly Trainee[];
  /** The day on which the last session ends, in the offering's zone. */
  readonly lastDay: string;
}

export const servers = [
  ['embedded PostgreSQL, queue in PostgreSQL', process.env['JSSU_TEST_PG'], undefined],
  ...(process.env['JSSU_TEST_PG15']
    ? [['older PostgreSQL', process.env['JSSU_TEST_PG15'], process.env['JSSU_TEST_REDIS']] as const]
    : []),
] as const;

export const register = (session: string) => `/api/v1/sessions/${session}/register`;
export const results = (offering: Offering) => `/api/v1/offerings/${offering.id}/results`;
/** Of a refusal and of those that came with it. */
export const codes = (body: { code: string; alsoRefused?: { code: string }[] }) => [
  body.code,
  ...(body.alsoRefused ?? []).map(({ code }) => code),
];

function dayInKarachi(instant: Date): string {
  return instant.toLocaleDateString('en-CA', { timeZone: 'Asia/Karachi' });
}

/** A course over HTTP; offerings, sessions and enrolments in the tables; trainers who are people. */
export class DeliveryFixtures {
  private readonly units = new Map<string, string>();
  private courseVersionId = '';
  private n = 0;
  administrator: Client;

  private constructor(readonly product: Product) {}

  static async on(product: Product, courseCode = 'GUARD-101'): Promise<DeliveryFixtures> {
    const fixtures = new DeliveryFixtures(product);
    fixtures.administrator = await product.signIn('administrator');
    const { body } = await fixtures.administrator('GET', '/api/v1/units?limit=200');
    for (const { code, id } of body.items) fixtures.units.set(code, id);
    const course = { code: courseCode, title: text('Site guard', 'سائٹ گارڈ', '驻地警卫'), content: CONTENT };
    const made = (await fixtures.administrator('POST', '/api/v1/courses', { body: course })).body;
    await fixtures.administrator('POST', `/api/v1/courses/${made.id}/versions/${made.versionId}/approve`);
    fixtures.courseVersionId = made.versionId;
    return fixtures;
  }

  /** One that is granted to whoever meets the requirement, for a year. */
  async scheme(code: string, requirement: object): Promise<void> {
    const rules = {
      ...{ requirement, validity: { years: 1 }, renewalWindow: { months: 3 }, grace: { days: 30 } },
      ...{ anchor: { kind: 'completion' }, authorities: ['pk'] },
    };
    const scheme = { code, title: text('Gate guard', 'گیٹ گارڈ', '门岗警卫'), rules };
    const { body } = await this.administrator('POST', '/api/v1/schemes', { body: scheme });
    const publish = `/api/v1/schemes/${body.id}/versions/${body.versionId}/publish`;
    await this.administrator('POST', publish, { body: { effectiveFrom: '2026-01-01' } });
  }

  unit(code: string): string {
    const id = this.units.get(code);
    if (!id) throw new Error(`no unit ${code}`);
    return id;
  }

  async people(count: number, unitCode = 'SPU-SINDH'): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    const from = this.n;
    this.n += count;
    await this.product.sql(
      `INSERT INTO person (id, service_number, name_en, unit_id)
       SELECT p.id, 'DLV-' || lpad((p.n + $2)::text, 6, '0'), 'Trainee ' || lpad((p.n + $2)::text, 6, '0'), $3
       FROM unnest($1::uuid[]) WITH ORDINALITY AS p(id, n)`,
      [ids, from, this.unit(unitCode)],
    );
    return ids;
  }

  /** Signs in a new account of a person with one role in one unit. */
  async account(userName: string, role: string, unitCode: string, personId?: string): Promise<Client> {
    const person = personId ?? (await this.people(1, unitCode))[0];
    const account = { userName, password: DEMO_PASSWORD, personId: person };
    const { body } = await this.administrator('POST', '/api/v1/accounts', { body: account });
    const grant = { role, unitId: this.unit(unitCode) };
    await this.administrator('POST', `/api/v1/accounts/${body.id}/grants`, { body: grant });
    return this.product.signIn(userName);
  }

  /** Run by SSD-SOUTH. Sessions lie a day apart; `begun` of them have ended, the last of these an hour ago. */
  async offering(
    people: readonly string[],
    { begun = 5, state = 'in_progress', enrolment = 'attending' } = {},
  ): Promise<Offering> {
    const id = randomUUID();
    const now = Date.now();
    const starts = Array.from({ length: 5 }, (_, i) => new Date(now - 3 * HOUR + (i - begun + 1) * DAY));
    const days = starts.map((start) => dayInKarachi(start));
    await this.product.sql(
      `INSERT INTO offering (id, code, course_version_id, unit_id, open_to_unit_id, language, zone, seats_min, seats_max, starts_on, ends_on, state)
       VALUES ($1, $2, $3, $4, $4, 'ur', 'Asia/Karachi', 1, 500, $5, $6, $7)`,
      [id, `GUARD-101-${this.n++}`, this.courseVersionId, this.unit('SSD-SOUTH'), days[0], days[4], state],
    );
    const sessions = starts.map(() => randomUUID());
    await this.product.sql(
      `INSERT INTO session (id, offering_id, number, block_code, during)
       SELECT s.id, $2, s.n, CASE WHEN s.n <= 2 THEN 'LAW' ELSE 'SEARCH' END, tstzrange(s.start, s.start + interval '2 hours')
       FROM unnest($1::uuid[], $3::timestamptz[]) WITH ORDINALITY AS s(id, start, n)`,
      [sessions, id, starts],
    );
    const trainees = people.map((personId) => ({ personId, enrolmentId: randomUUID() }));
    await this.product.sql(
      `INSERT INTO enrolment (id, offering_id, person_id, unit_id, priority, nominated_at, state, seat_number)
       SELECT e.id, $3, p.id, p.unit_id, 3, now(), $4, e.n
       FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS e(id, person_id, n) JOIN person p ON p.id = e.person_id`,
      [trainees.map((t) => t.enrolmentId), people, id, enrolment],
    );
    return { id, sessions, trainees, lastDay: dayInKarachi(new Date(starts[4].getTime() + 2 * HOUR - 1)) };
  }

  /** Marks everybody in one session: present, or what `others` says by enrolment. */
  mark(by: Client, { trainees }: Offering, sessionId: string, others: Record<string, object> = {}) {
    const marks = trainees.map(({ enrolmentId }) => ({
      enrolmentId,
      status: 'present',
      ...others[enrolmentId],
    }));
    return by('PUT', `/api/v1/sessions/${sessionId}/register/marks`, { body: { marks } });
  }

  async sign(by: Client, sessionId: string, step: 'submit' | 'countersign') {
    const path = `/api/v1/sessions/${sessionId}/register`;
    const { headers } = await by('GET', path);
    return by('POST', `${path}/${step}`, { headers: { 'if-match': headers.get('etag') ?? '' } });
  }

  /** Marks, submits and countersigns the registers of these sessions. */
  async close(offering: Offering, sessions: readonly string[], by: Client, second: Client, others = {}): Promise<void> {
    for (const session of sessions) {
      const answers = [
        await this.mark(by, offering, session, others),
        await this.sign(by, session, 'submit'),
        await this.sign(second, session, 'countersign'),
      ];
      if (answers.some(({ status }) => status !== 200)) throw new Error(JSON.stringify(answers.map((a) => a.body)));
    }
  }

  score(trainee: Trainee, assessmentCode: string, score: number, attempt = 1) {
    return { enrolmentId: trainee.enrolmentId, assessmentCode, attempt, score, takenOn: dayInKarachi(new Date()) };
  }

  /** Every mark ever made in a session, in order. */
  marksOf(session: string) {
    return this.product.sql<{ status: string; minutes: number; superseded: boolean; reason: string | null }>(
      `SELECT status, minutes, superseded_at IS NOT NULL AS superseded, reason FROM attendance_mark WHERE session_id = $1 ORDER BY recorded_at`,
      [session],
    );
  }
}
