import type { Answer, Client, Product } from './product.js';

export const text = (en: string, ur: string, zh: string) => ({ en, ur, zh });
/** A Monday well ahead; times are told in Karachi. */
export const MONDAY = '2031-03-03';
export const FRIDAY = '2031-03-07';
/** @param time `HH:MM` @param day days after that Monday */
export const at = (time: string, day = 0) => `2031-03-0${3 + day}T${time}:00+05:00`;

/** What is wrong, by code, of a refusal with problems. */
export const codes = ({ body }: Answer): string[] =>
  body.problems.map((problem: { code?: string; rule?: string }) => problem.code ?? problem.rule);

const CONTENT = {
  blocks: [
    { code: 'LAW', title: text('Law', 'قانون', '法规'), kind: 'theory', minutes: 120 },
    {
      code: 'SEARCH',
      title: text('Vehicle search', 'گاڑی کی تلاشی', '车辆检查'),
      kind: 'practical',
      minutes: 120,
      traineesPerInstructor: 10,
      roles: [
        { role: 'lead', count: 1 },
        { role: 'safety', count: 1 },
      ],
      venueKind: 'yard',
      equipment: [{ kind: 'radio', quantity: 6 }],
    },
  ],
  assessments: [],
  passRule: { mustPass: [], atLeast: 0 },
  minimumAttendance: 80,
  prerequisites: [],
};

export interface SessionBody {
  readonly blockCode?: string;
  readonly start: string;
  readonly end: string;
  readonly instructors?: readonly { personId: string; role: string }[];
  readonly venueId?: string;
  readonly equipment?: readonly { equipmentId: string; quantity: number }[];
}

/** A course with its syllabus, venues, equipment and instructors, and short ways to plan by them. */
export class Planning {
  readonly units = new Map<string, string>();
  /** By service number. */
  readonly people = new Map<string, string>();
  courseId: string;
  courseVersionId: string;
  /** By code. */
  readonly resources = new Map<string, string>();
  private n = 0;

  private constructor(
    readonly product: Product,
    readonly administrator: Client,
    readonly trainer: Client,
  ) {}

  static async prepare(product: Product): Promise<Planning> {
    const planning = new Planning(product, await product.signIn('administrator'), await product.signIn('trainer'));
    await planning.prepareCourse();
    return planning;
  }

  /** Made by the administrator; the answer must be as expected. */
  async made(path: string, body: object): Promise<Answer['body']> {
    const answer = await this.administrator('POST', `/api/v1${path}`, { body });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** An offering of the week, run by the unit and, unless said otherwise, open to its people. */
  async offering(more: object = {}, client = this.trainer): Promise<string> {
    const answer = await client('POST', '/api/v1/offerings', { body: this.offeringBody(more) });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  }

  offeringBody(more: object = {}) {
    return {
      courseVersionId: this.courseVersionId,
      code: `GUARD-31-${String(++this.n).padStart(3, '0')}`,
      unitId: this.units.get('SPU-BALOCHISTAN'),
      language: 'ur',
      seatsMin: 2,
      seatsMax: 20,
      startsOn: MONDAY,
      endsOn: FRIDAY,
      ...more,
    };
  }

  session(offeringId: string, body: SessionBody, client = this.trainer, language = 'en'): Promise<Answer> {
    return client('POST', `/api/v1/offerings/${offeringId}/sessions`, {
      body: { blockCode: 'LAW', ...body },
      headers: { 'accept-language': language },
    });
  }

  step(offeringId: string, step: string, reason?: string, client = this.trainer): Promise<Answer> {
    return client('POST', `/api/v1/offerings/${offeringId}/steps`, { body: { step, reason } });
  }

  /** A session of the theory block, for its whole time. */
  law(offeringId: string, day: number, more: object = {}): Promise<Answer> {
    const time = { start: at('09:00', day), end: at('11:00', day) };
    return this.session(offeringId, { ...time, instructors: [this.lead('DEMO-00007')], ...more });
  }

  /** A session of the practical block, with everything that it asks for. */
  search(offeringId: string, day: number): Promise<Answer> {
    return this.session(offeringId, {
      blockCode: 'SEARCH',
      start: at('14:00', day),
      end: at('16:00', day),
      instructors: [
        this.lead('DEMO-00007'),
        { personId: this.id('DEMO-00010'), role: 'assistant' },
        { personId: this.id('DEMO-00013'), role: 'safety' },
      ],
      venueId: this.id('YARD-1'),
      equipment: [{ equipmentId: this.id('RADIOS'), quantity: 6 }],
    });
  }

  async one(offeringId: string, client = this.trainer): Promise<Answer['body']> {
    return (await client('GET', `/api/v1/offerings/${offeringId}`)).body;
  }

  /** @param path of an offering or a session */
  change(path: string, version: number, body: object): Promise<Answer> {
    return this.trainer('PATCH', `/api/v1${path}`, { body, headers: { 'if-match': `"${version}"` } });
  }

  /** How many bookings the offering has, of all its sessions. */
  async bookings(offeringId: string): Promise<number> {
    const [{ n }] = await this.product.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM booking b JOIN session s ON s.id = b.session_id WHERE s.offering_id = $1`,
      [offeringId],
    );
    return n;
  }

  id(code: string): string {
    const id = this.resources.get(code) ?? this.people.get(code) ?? this.units.get(code);
    if (!id) throw new Error(`nothing has the code ${code}`);
    return id;
  }

  lead(serviceNumber: string) {
    return { personId: this.id(serviceNumber), role: 'lead' };
  }

  private async prepareCourse(): Promise<void> {
    for (const unit of (await this.administrator('GET', '/api/v1/units')).body.items)
      this.units.set(unit.code, unit.id);
    for (const person of (await this.administrator('GET', '/api/v1/people?limit=200')).body.items)
      this.people.set(person.serviceNumber, person.id);
    const [site] = (await this.administrator('GET', '/api/v1/sites')).body.items;
    const title = text('Site guard', 'سائٹ گارڈ', '驻地警卫');
    const course = await this.made('/courses', { code: 'PLAN-101', title, content: CONTENT });
    await this.made(`/courses/${course.id}/versions/${course.versionId}/approve`, {});
    [this.courseId, this.courseVersionId] = [course.id, course.versionId];
    for (const [code, kind, capacity] of [
      ['HALL-1', 'classroom', 30],
      ['HALL-2', 'classroom', 30],
      ['YARD-1', 'yard', 20],
      ['YARD-SMALL', 'yard', 10],
    ] as const) {
      const name = text(`Venue ${code}`, `مقام ${code}`, `场地${code}`);
      const { id } = await this.made('/venues', { code, name, kind, siteId: site.id, capacity });
      this.resources.set(code, id);
    }
    for (const [code, kind, quantity] of [
      ['BUS-1', 'bus', 1],
      ['BUS-2', 'bus', 1],
      ['RADIOS', 'radio', 10],
    ] as const) {
      const name = text(`Equipment ${code}`, `سامان ${code}`, `设备${code}`);
      const { id } = await this.made('/equipment', { code, name, kind, exclusive: quantity === 1, quantity });
      this.resources.set(code, id);
    }
    for (const [serviceNumber, role] of [
      ['DEMO-00004', 'lead'],
      ['DEMO-00007', 'lead'],
      ['DEMO-00010', 'assistant'],
      ['DEMO-00013', 'safety'],
    ] as const) {
      const authorisation = {
        personId: this.id(serviceNumber),
        courseId: this.courseId,
        role,
        validFrom: '2026-01-01',
      };
      await this.made('/instructor-authorisations', authorisation);
    }
  }
}
