import { randomUUID } from 'node:crypto';
import type { Client, Product } from '../harness/product.js';

const DAY = 86_400_000;
const title = { en: 'Site guard, level 1', ur: 'سائٹ گارڈ، درجہ اول', zh: '驻地警卫一级' };

export interface OfferingOptions {
  readonly seats?: number;
  readonly minimum?: number;
  readonly state?: string;
  /** Days from today. */
  readonly startsIn?: number;
  /** Days from today; null: until they are closed by hand. */
  readonly nominationsCloseIn?: number | null;
  readonly openTo?: string;
  readonly courseVersionId?: string;
  /** Hours of the first day, `[from, to)`. */
  readonly sessions?: readonly (readonly [number, number])[];
}

/** What enrolment stands on: courses over HTTP; people, offerings and sessions in the tables. */
export class EnrolmentFixtures {
  private readonly units = new Map<string, string>();
  private courseVersionId = '';
  private n = 0;

  private constructor(
    readonly product: Product,
    readonly administrator: Client,
  ) {}

  static async on(product: Product): Promise<EnrolmentFixtures> {
    const fixtures = new EnrolmentFixtures(product, await product.signIn('administrator'));
    const { body } = await fixtures.administrator('GET', '/api/v1/units?limit=200');
    for (const { code, id } of body.items) fixtures.units.set(code, id);
    fixtures.courseVersionId = await fixtures.course('GUARD-101');
    return fixtures;
  }

  unit(code: string): string {
    const id = this.units.get(code);
    if (!id) throw new Error(`no unit ${code}`);
    return id;
  }

  /** @returns its approved version */
  async course(code: string, prerequisites: readonly object[] = []): Promise<string> {
    const content = {
      blocks: [{ code: 'A', title, kind: 'theory', minutes: 60 }],
      assessments: [],
      passRule: { mustPass: [], atLeast: 0 },
      minimumAttendance: 80,
      prerequisites,
    };
    const { body } = await this.administrator('POST', '/api/v1/courses', { body: { code, title, content } });
    await this.administrator('POST', `/api/v1/courses/${body.id}/versions/${body.versionId}/approve`);
    return body.versionId;
  }

  async people(count: number, unitCode = 'SPU-BALOCHISTAN'): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    const from = this.n;
    this.n += count;
    await this.product.sql(
      `INSERT INTO person (id, service_number, name_en, unit_id)
       SELECT p.id, 'ENR-' || lpad((p.n + $2)::text, 6, '0'), 'Trainee ' || (p.n + $2), $3
       FROM unnest($1::uuid[]) WITH ORDINALITY AS p(id, n)`,
      [ids, from, this.unit(unitCode)],
    );
    return ids;
  }

  /** Run by SSD-SOUTH. */
  async offering(options: OfferingOptions = {}): Promise<string> {
    const { seats = 2, minimum = 1, state = 'published', startsIn = 30, nominationsCloseIn = null } = options;
    const id = randomUUID();
    const first = this.day(startsIn);
    await this.product.sql(
      `INSERT INTO offering (id, code, course_version_id, unit_id, open_to_unit_id, language, zone, seats_min, seats_max, starts_on, ends_on,
                             nominations_close_on, state)
       VALUES ($1, $2, $3, $4, $5, 'ur', 'Asia/Karachi', $6, $7, $8, $9, $10, $11)`,
      [
        id,
        `ENR-${++this.n}`,
        options.courseVersionId ?? this.courseVersionId,
        this.unit('SSD-SOUTH'),
        this.unit(options.openTo ?? 'SSD-SOUTH'),
        minimum,
        seats,
        first,
        this.day(startsIn + 4),
        nominationsCloseIn === null ? null : this.day(nominationsCloseIn),
        state,
      ],
    );
    const hour = (at: number) => `${first}T${String(at).padStart(2, '0')}:00:00+05:00`;
    for (const [index, [from, to]] of (options.sessions ?? []).entries())
      await this.product.sql(
        `INSERT INTO session (id, offering_id, number, block_code, during) VALUES ($1, $2, $3, 'A', tstzrange($4, $5))`,
        [randomUUID(), id, index + 1, hour(from), hour(to)],
      );
    return id;
  }

  /** A day in Karachi, so many days from today. */
  day(fromToday = 0): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Karachi' }).format(
      new Date(Date.now() + fromToday * DAY),
    );
  }

  /** An account of its own, of a new person of the unit unless told otherwise. */
  async account(role: string, unitCode: string, withPerson = true): Promise<Client> {
    const userName = `enrolment.${role}.${++this.n}`;
    const password = 'a phrase for the enrolment tests';
    const personId = withPerson ? (await this.people(1, unitCode))[0] : undefined;
    const { body } = await this.administrator('POST', '/api/v1/accounts', { body: { userName, password, personId } });
    const grant = { role, unitId: this.unit(unitCode) };
    await this.administrator('POST', `/api/v1/accounts/${body.id}/grants`, { body: grant });
    return this.product.signIn(userName, password);
  }

  /** @returns the ids of the nominations, in the order of the people */
  async nominate(client: Client, offeringId: string, people: readonly string[], priority = 3): Promise<string[]> {
    const body = { offeringId, people: people.map((personId) => ({ personId, priority })) };
    const answer = await client('POST', '/api/v1/nominations', { body });
    if (answer.status !== 200 || answer.body.results.some((r: { id?: string }) => !r.id))
      throw new Error(`not nominated: ${JSON.stringify(answer.body)}`);
    return answer.body.results.map((r: { id: string }) => r.id);
  }

  async endorse(client: Client, ids: readonly string[]): Promise<{ state: string; seatNumber: number | null }[]> {
    const { status, body } = await client('POST', '/api/v1/nominations/endorse', { body: { ids } });
    if (status !== 200) throw new Error(`not endorsed: ${JSON.stringify(body)}`);
    return body.results;
  }

  async enrolment(id: string) {
    return (await this.administrator('GET', `/api/v1/enrolments/${id}`)).body;
  }

  async seats(offeringId: string, client = this.administrator) {
    return (await client('GET', `/api/v1/offerings/${offeringId}/seats`)).body;
  }
}
