import type { MigrationInterface, QueryRunner } from 'typeorm';

const code = `code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$')`;
const kind = `kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9-]{0,31}$')`;
/** A text in the three languages: none may be empty. */
const localized = (column: string) =>
  `${column} jsonb NOT NULL CHECK (length(${column}->>'en') > 0 AND length(${column}->>'ur') > 0 AND length(${column}->>'zh') > 0)`;

export class Catalogue1700000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE course (
        id uuid PRIMARY KEY,
        ${code},
        ${localized('title')},
        version int NOT NULL DEFAULT 1,
        CONSTRAINT course_code_is_unique UNIQUE (code)
      )`);
    await runner.query(`
      CREATE TABLE course_version (
        id uuid PRIMARY KEY,
        course_id uuid NOT NULL REFERENCES course (id),
        number int NOT NULL CHECK (number > 0),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved', 'retired')),
        blocks jsonb NOT NULL CHECK (jsonb_typeof(blocks) = 'array' AND jsonb_array_length(blocks) > 0),
        assessments jsonb NOT NULL CHECK (jsonb_typeof(assessments) = 'array'),
        pass_rule jsonb NOT NULL CHECK (jsonb_typeof(pass_rule) = 'object'),
        minimum_attendance int NOT NULL CHECK (minimum_attendance BETWEEN 0 AND 100),
        prerequisites jsonb NOT NULL CHECK (jsonb_typeof(prerequisites) = 'array'),
        approved_at timestamptz,
        version int NOT NULL DEFAULT 1,
        UNIQUE (course_id, number),
        CHECK ((state = 'draft') = (approved_at IS NULL))
      )`);
    // The newest approved syllabus is the one to plan by; a course has at most one draft beside it.
    await runner.query(
      `CREATE UNIQUE INDEX course_version_one_approved ON course_version (course_id) WHERE state = 'approved'`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX course_version_one_draft ON course_version (course_id) WHERE state = 'draft'`,
    );
    // Results are judged by the syllabus that was taught: once approved it stays as it was.
    await runner.query(`
      CREATE FUNCTION keep_approved_course_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR NEW.state = 'draft' OR (OLD.state = 'retired' AND NEW.state <> 'retired')
          OR ROW(NEW.id, NEW.course_id, NEW.number, NEW.blocks, NEW.assessments, NEW.pass_rule, NEW.minimum_attendance, NEW.prerequisites, NEW.approved_at)
          IS DISTINCT FROM ROW(OLD.id, OLD.course_id, OLD.number, OLD.blocks, OLD.assessments, OLD.pass_rule, OLD.minimum_attendance, OLD.prerequisites, OLD.approved_at) THEN
          RAISE EXCEPTION 'an approved course version does not change' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER course_version_approved BEFORE UPDATE OR DELETE ON course_version
      FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION keep_approved_course_version()`);
    await runner.query(`
      CREATE TABLE venue (
        id uuid PRIMARY KEY,
        ${code},
        ${localized('name')},
        ${kind},
        site_id uuid NOT NULL REFERENCES site (id),
        capacity int NOT NULL CHECK (capacity BETWEEN 1 AND 10000),
        zone text NOT NULL DEFAULT 'Asia/Karachi' CHECK (zone IN ('Asia/Karachi', 'Asia/Shanghai')),
        version int NOT NULL DEFAULT 1,
        CONSTRAINT venue_code_is_unique UNIQUE (code)
      )`);
    await runner.query(`CREATE INDEX venue_by_site ON venue (site_id)`);
    await runner.query(`
      CREATE TABLE equipment (
        id uuid PRIMARY KEY,
        ${code},
        ${localized('name')},
        ${kind},
        site_id uuid REFERENCES site (id),
        exclusive boolean NOT NULL,
        quantity int NOT NULL CHECK (quantity BETWEEN 1 AND 100000),
        version int NOT NULL DEFAULT 1,
        CONSTRAINT equipment_code_is_unique UNIQUE (code),
        CHECK (NOT exclusive OR quantity = 1)
      )`);
    await runner.query(`
      CREATE TABLE instructor_authorisation (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        course_id uuid NOT NULL REFERENCES course (id),
        role text NOT NULL CHECK (role IN ('lead', 'assistant', 'safety', 'assessor')),
        valid_from date NOT NULL,
        -- The last day, inclusive; null: without end.
        valid_until date CHECK (valid_until >= valid_from),
        withdrawn_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CONSTRAINT instructor_authorisation_one_at_a_time EXCLUDE USING gist
          (person_id WITH =, course_id WITH =, role WITH =, daterange(valid_from, valid_until, '[]') WITH &&) WHERE (withdrawn_at IS NULL)
      )`);
    await runner.query(`CREATE INDEX instructor_authorisation_by_course ON instructor_authorisation (course_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['instructor_authorisation', 'equipment', 'venue', 'course_version'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query(`DROP FUNCTION keep_approved_course_version()`);
    await runner.query(`DROP TABLE course`);
  }
}
