import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that are never edited: a newer row supersedes an older one, which only learns when. */
const SUPERSEDED = ['attendance_mark', 'assessment_result', 'course_result'];

export class Delivery1700000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register (
        session_id uuid PRIMARY KEY REFERENCES session (id),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'submitted', 'countersigned')),
        submitted_by uuid REFERENCES person (id),
        submitted_at timestamptz,
        -- The four-eyes rule: not by the one who submitted.
        countersigned_by uuid REFERENCES person (id) CHECK (countersigned_by <> submitted_by),
        countersigned_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK ((state = 'open') = (submitted_at IS NULL)),
        CHECK ((state = 'countersigned') = (countersigned_at IS NOT NULL))
      )`);
    await runner.query(`
      CREATE TABLE attendance_mark (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session (id),
        enrolment_id uuid NOT NULL REFERENCES enrolment (id),
        status text NOT NULL CHECK (status IN ('present', 'late', 'absent', 'excused')),
        -- Attended, of the session's length.
        minutes int NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
        note text,
        marked_by uuid,
        -- Where and when it was marked, which offline is not when it was recorded.
        device text,
        marked_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        reason text,
        supersedes uuid UNIQUE REFERENCES attendance_mark (id),
        superseded_at timestamptz,
        CHECK (status NOT IN ('absent', 'excused') OR minutes = 0)
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX attendance_mark_current ON attendance_mark (enrolment_id, session_id) WHERE superseded_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX attendance_mark_by_session ON attendance_mark (session_id) WHERE superseded_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE assessment_result (
        id uuid PRIMARY KEY,
        enrolment_id uuid NOT NULL REFERENCES enrolment (id),
        assessment_code text NOT NULL,
        attempt int NOT NULL CHECK (attempt BETWEEN 1 AND 10),
        score numeric(7, 2) NOT NULL CHECK (score >= 0),
        taken_on date NOT NULL,
        examiner_id uuid NOT NULL REFERENCES person (id),
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        reason text,
        supersedes uuid UNIQUE REFERENCES assessment_result (id),
        superseded_at timestamptz
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX assessment_result_current ON assessment_result (enrolment_id, assessment_code, attempt)
      WHERE superseded_at IS NULL`);
    await runner.query(`
      CREATE TABLE course_result (
        id uuid PRIMARY KEY,
        enrolment_id uuid NOT NULL REFERENCES enrolment (id),
        outcome text NOT NULL CHECK (outcome IN ('passed', 'failed', 'incomplete')),
        -- Why it is not passed: codes with their figures.
        shortfalls jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(shortfalls) = 'array'),
        -- The average of the best attempts, in percent; null without assessments.
        average numeric(5, 2) CHECK (average BETWEEN 0 AND 100),
        minutes_attended int NOT NULL CHECK (minutes_attended >= 0),
        minutes_total int NOT NULL CHECK (minutes_total > 0),
        completed_on date NOT NULL,
        ratified_by uuid REFERENCES person (id),
        ratified_at timestamptz NOT NULL,
        reason text,
        supersedes uuid UNIQUE REFERENCES course_result (id),
        superseded_at timestamptz
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX course_result_current ON course_result (enrolment_id) WHERE superseded_at IS NULL`,
    );
    await runner.query(`
      CREATE FUNCTION supersede_only() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE before jsonb := to_jsonb(OLD) - 'superseded_at';
      BEGIN
        IF OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL OR before <> to_jsonb(NEW) - 'superseded_at' THEN
          RAISE EXCEPTION 'rows of % are superseded, never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE FUNCTION correct_ratified_with_reason() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM enrolment e JOIN offering o ON o.id = e.offering_id WHERE e.id = NEW.enrolment_id AND o.state = 'ratified') THEN
          RAISE EXCEPTION 'the offering is ratified: % takes corrections with a reason alone', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    for (const table of ['attendance_mark', 'assessment_result']) {
      await runner.query(`
        CREATE TRIGGER ${table}_ratified BEFORE INSERT ON ${table}
        FOR EACH ROW WHEN (NEW.reason IS NULL) EXECUTE FUNCTION correct_ratified_with_reason()`);
    }
    for (const table of SUPERSEDED) {
      await runner.query(`
        CREATE TRIGGER ${table}_supersede_only BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION supersede_only()`);
      await runner.query(`
        CREATE TRIGGER ${table}_keep BEFORE DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
      await runner.query(`
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['course_result', 'assessment_result', 'attendance_mark', 'register'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query(`DROP FUNCTION correct_ratified_with_reason()`);
    await runner.query(`DROP FUNCTION supersede_only()`);
  }
}
