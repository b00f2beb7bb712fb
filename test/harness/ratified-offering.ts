import { randomUUID } from 'node:crypto';
import type { Product } from './product.js';

export interface RatifiedOffering {
  readonly offeringId: string;
  /** In the order of the people given. */
  readonly resultIds: readonly string[];
}

const TITLE = { en: 'Static Site Security', ur: 'سٹیٹک سائٹ سیکیورٹی', zh: '固定站点安全' };
const BLOCKS = [{ code: 'ALL', title: TITLE, kind: 'theory', minutes: 2400 }];

/** An offering that these people have passed, as delivery leaves it: its rows and its event. */
export async function ratifyOffering(
  product: Product,
  courseCode: string,
  unitId: string,
  personIds: readonly string[],
): Promise<RatifiedOffering> {
  const { sql } = product;
  const offeringId = randomUUID();
  const people = personIds.map((personId, i) => ({
    personId,
    enrolmentId: randomUUID(),
    resultId: randomUUID(),
    seat: i + 1,
  }));
  await sql(`INSERT INTO course (id, code, title) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
    randomUUID(),
    courseCode,
    JSON.stringify(TITLE),
  ]);
  await sql(
    `INSERT INTO course_version (id, course_id, number, state, blocks, assessments, pass_rule, minimum_attendance, prerequisites, approved_at)
     SELECT $1, id, 1, 'approved', $2, '[]', '{"mustPass":[],"atLeast":0}', 80, '[]', now() FROM course WHERE code = $3
     ON CONFLICT DO NOTHING`,
    [randomUUID(), JSON.stringify(BLOCKS), courseCode],
  );
  await sql(
    `INSERT INTO offering (id, code, course_version_id, unit_id, open_to_unit_id, language, zone, seats_min, seats_max, starts_on, ends_on, state)
     SELECT $1, $2, v.id, $3, $3, 'en', 'Asia/Karachi', 0, 2000, current_date - 10, current_date - 1, 'ratified'
     FROM course_version v JOIN course c ON c.id = v.course_id WHERE c.code = $4`,
    [offeringId, `RUN-${offeringId.slice(0, 8).toUpperCase()}`, unitId, courseCode],
  );
  await sql(
    `INSERT INTO enrolment (id, offering_id, person_id, unit_id, priority, nominated_at, state, seat_number)
     SELECT r."enrolmentId", $2, r."personId", p.unit_id, 1, now(), 'completed', r.seat
     FROM jsonb_to_recordset($1::jsonb) AS r("enrolmentId" uuid, "personId" uuid, seat int) JOIN person p ON p.id = r."personId"`,
    [JSON.stringify(people), offeringId],
  );
  await sql(
    `INSERT INTO course_result (id, enrolment_id, outcome, minutes_attended, minutes_total, completed_on, ratified_at)
     SELECT r."resultId", r."enrolmentId", 'passed', 2400, 2400, current_date - 1, now()
     FROM jsonb_to_recordset($1::jsonb) AS r("resultId" uuid, "enrolmentId" uuid)`,
    [JSON.stringify(people)],
  );
  await emit(product, 'delivery.offering-ratified', { offeringId });
  return { offeringId, resultIds: people.map(({ resultId }) => resultId) };
}

/** The result is replaced by another, as a correction in delivery leaves it. @returns the id of the new result */
export async function correctResult(product: Product, resultId: string, outcome: string): Promise<string> {
  const id = randomUUID();
  await product.sql(`UPDATE course_result SET superseded_at = now() WHERE id = $1`, [resultId]);
  await product.sql(
    `INSERT INTO course_result (id, enrolment_id, outcome, minutes_attended, minutes_total, completed_on, ratified_at, supersedes, reason)
     SELECT $2, enrolment_id, $3, minutes_attended, minutes_total, completed_on, now(), id, 'a wrong score' FROM course_result WHERE id = $1`,
    [resultId, id, outcome],
  );
  await emit(product, 'delivery.result-corrected', { courseResultId: id });
  return id;
}

/** An event as a transaction of the product leaves it in the outbox. */
export async function emit(product: Product, name: string, payload: object): Promise<void> {
  await product.sql(`INSERT INTO outbox (id, queue, name, payload) VALUES ($1, '(event)', $2, $3)`, [
    randomUUID(),
    name,
    JSON.stringify(payload),
  ]);
  await product.sql(`NOTIFY jssu_outbox`);
}
