import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIVE = `('nominated', 'endorsed', 'waitlisted', 'reserved', 'confirmed', 'attending')`;
const SEATED = `('reserved', 'confirmed', 'attending', 'completed')`;

export class Enrolment1700000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quota (
        offering_id uuid NOT NULL REFERENCES offering (id),
        unit_id uuid NOT NULL REFERENCES unit (id),
        seats int NOT NULL CHECK (seats >= 0),
        -- The day on which unused seats join the open pool.
        release_on date NOT NULL,
        PRIMARY KEY (offering_id, unit_id)
      )`);
    await runner.query(`
      CREATE TABLE enrolment (
        id uuid PRIMARY KEY,
        offering_id uuid NOT NULL REFERENCES offering (id),
        person_id uuid NOT NULL REFERENCES person (id),
        -- The person's unit when nominated.
        unit_id uuid NOT NULL REFERENCES unit (id),
        -- 1 is the highest.
        priority int NOT NULL CHECK (priority BETWEEN 1 AND 9),
        -- In milliseconds, as the rules of merit compare it.
        nominated_at timestamptz(3) NOT NULL,
        nominated_by uuid,
        state text NOT NULL CHECK (state IN ('nominated', 'endorsed', 'rejected', 'waitlisted', 'reserved', 'confirmed', 'attending',
          'completed', 'incomplete', 'cancelled', 'substituted')),
        endorsed_by uuid REFERENCES person (id) CHECK (endorsed_by <> person_id),
        endorsed_at timestamptz,
        -- Seats are numbered, so that two people cannot sit on one and none lies above the capacity.
        seat_number int CHECK (seat_number > 0),
        -- Why the person has no seat yet. The rank is not stored: it follows from priority, nominated_at and id.
        waiting_reason text CHECK (waiting_reason IN ('full', 'quota-exhausted', 'clash')),
        state_reason text,
        incomplete_reason text CHECK (incomplete_reason IN
          ('withdrawn', 'returned_to_unit', 'dropped', 'medical', 'disciplinary', 'no_show', 'transferred')),
        transferred_to uuid REFERENCES offering (id),
        substitute_for uuid REFERENCES enrolment (id),
        walk_on boolean NOT NULL DEFAULT false,
        version int NOT NULL DEFAULT 1,
        CONSTRAINT enrolment_seat_is_unique UNIQUE (offering_id, seat_number),
        CHECK ((state IN ${SEATED}) = (seat_number IS NOT NULL)),
        CHECK ((state = 'waitlisted') = (waiting_reason IS NOT NULL)),
        CHECK ((state = 'incomplete') = (incomplete_reason IS NOT NULL)),
        CHECK ((incomplete_reason IS NOT DISTINCT FROM 'transferred') = (transferred_to IS NOT NULL)),
        CHECK (state NOT IN ('rejected', 'cancelled') OR state_reason IS NOT NULL)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX enrolment_one_live ON enrolment (offering_id, person_id) WHERE state IN ${LIVE}`,
    );
    await runner.query(`CREATE INDEX enrolment_by_person ON enrolment (person_id, offering_id)`);
    await runner.query(`CREATE INDEX enrolment_by_offering ON enrolment (offering_id, state)`);
    await runner.query(`
      CREATE INDEX enrolment_waiting ON enrolment (offering_id, priority, nominated_at, id) WHERE state = 'waitlisted'`);
    await runner.query(`CREATE INDEX enrolment_by_unit ON enrolment (unit_id, id)`);
    await runner.query(`
      CREATE FUNCTION keep_seats_within_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.seat_number > (SELECT seats_max FROM offering WHERE id = NEW.offering_id FOR KEY SHARE) THEN
          RAISE EXCEPTION 'seat % is above the capacity', NEW.seat_number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'enrolment_seat_within_capacity';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER enrolment_seat_within_capacity BEFORE INSERT OR UPDATE OF seat_number ON enrolment
      FOR EACH ROW WHEN (NEW.seat_number IS NOT NULL) EXECUTE FUNCTION keep_seats_within_capacity()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE enrolment`);
    await runner.query(`DROP FUNCTION keep_seats_within_capacity()`);
    await runner.query(`DROP TABLE quota`);
  }
}
