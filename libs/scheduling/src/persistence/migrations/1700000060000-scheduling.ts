import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Scheduling1700000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE offering (
        id uuid PRIMARY KEY,
        code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,47}$'),
        course_version_id uuid NOT NULL REFERENCES course_version (id),
        -- The unit that runs it: its trainers plan and deliver it.
        unit_id uuid NOT NULL REFERENCES unit (id),
        -- Its people, with those of the units below it, may be nominated.
        open_to_unit_id uuid NOT NULL REFERENCES unit (id),
        language text NOT NULL CHECK (language IN ('en', 'ur', 'zh')),
        zone text NOT NULL CHECK (zone IN ('Asia/Karachi', 'Asia/Shanghai')),
        seats_min int NOT NULL CHECK (seats_min >= 0),
        seats_max int NOT NULL CHECK (seats_max BETWEEN 1 AND 2000),
        starts_on date NOT NULL,
        -- The last day, inclusive.
        ends_on date NOT NULL CHECK (ends_on >= starts_on),
        -- The last day, inclusive; null: until they are closed by hand.
        nominations_close_on date CHECK (nominations_close_on <= ends_on),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'planned', 'published', 'nominations_closed', 'confirmed',
          'in_progress', 'delivered', 'ratified', 'cancelled', 'postponed', 'aborted')),
        state_reason text,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT offering_code_is_unique UNIQUE (code),
        CHECK (seats_min <= seats_max),
        CHECK (state NOT IN ('cancelled', 'aborted') OR state_reason IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX offering_by_start ON offering (starts_on, id)`);
    await runner.query(`CREATE INDEX offering_by_unit ON offering (unit_id, starts_on)`);
    await runner.query(`CREATE INDEX offering_by_course_version ON offering (course_version_id)`);
    await runner.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        offering_id uuid NOT NULL REFERENCES offering (id),
        -- Within the offering, in the order of making.
        number int NOT NULL CHECK (number > 0),
        -- A block of the offering's course version.
        block_code text NOT NULL,
        during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
          AND NOT lower_inf(during) AND NOT upper_inf(during) AND upper(during) - lower(during) <= interval '24 hours'),
        state text NOT NULL DEFAULT 'scheduled' CHECK (state IN ('scheduled', 'held', 'cancelled')),
        state_reason text,
        -- What it held when its offering was postponed, to be booked again with a new time; its present time claims nobody.
        unbooked jsonb CHECK (jsonb_typeof(unbooked) = 'object'),
        version int NOT NULL DEFAULT 1,
        UNIQUE (offering_id, number),
        CHECK (state <> 'cancelled' OR state_reason IS NOT NULL),
        -- The trainees of an offering attend all its sessions.
        CONSTRAINT session_no_overlap EXCLUDE USING gist (offering_id WITH =, during WITH &&)
          WHERE (state <> 'cancelled' AND unbooked IS NULL)
      )`);
    await runner.query(`CREATE INDEX session_by_start ON session (lower(during), id)`);
    // What stands here is in force: what is cancelled or given back is deleted, and the audit trail remembers it.
    await runner.query(`
      CREATE TABLE booking (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session (id),
        kind text NOT NULL CHECK (kind IN ('instructor', 'venue', 'equipment', 'trainee')),
        -- A person, venue or equipment. A person is the same resource as instructor and as trainee.
        resource_id uuid NOT NULL,
        role text CHECK ((kind = 'instructor') = (role IS NOT NULL) AND role IN ('lead', 'assistant', 'safety', 'assessor')),
        -- Of pooled equipment, several at a time within its quantity; everything else is exclusive.
        exclusive boolean NOT NULL CHECK (exclusive OR kind = 'equipment'),
        quantity int NOT NULL DEFAULT 1 CHECK (quantity > 0 AND (quantity = 1 OR NOT exclusive)),
        -- The session's time.
        during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
          AND NOT lower_inf(during) AND NOT upper_inf(during)),
        CONSTRAINT booking_once_a_session UNIQUE (session_id, resource_id),
        CONSTRAINT booking_no_overlap EXCLUDE USING gist (resource_id WITH =, during WITH &&) WHERE (exclusive)
      )`);
    await runner.query(`CREATE INDEX booking_by_resource ON booking (resource_id, lower(during), id)`);
    await runner.query(`CREATE INDEX booking_pooled ON booking USING gist (resource_id, during) WHERE (NOT exclusive)`);
    // Whose time the sessions of an offering claim, those that are added later included.
    await runner.query(`
      CREATE TABLE offering_trainee (
        offering_id uuid NOT NULL REFERENCES offering (id),
        person_id uuid NOT NULL REFERENCES person (id),
        PRIMARY KEY (offering_id, person_id)
      )`);
    await runner.query(`CREATE INDEX offering_trainee_by_person ON offering_trainee (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['offering_trainee', 'booking', 'session', 'offering'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
