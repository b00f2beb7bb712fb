import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY = ['evidence', 'certification_event', 'certification_signature', 'certificate'];

export class Certification1700000090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE scheme (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
        title jsonb NOT NULL CHECK (title ?& ARRAY['en', 'ur', 'zh']),
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE TABLE scheme_version (
        id uuid PRIMARY KEY,
        scheme_id uuid NOT NULL REFERENCES scheme (id),
        number integer NOT NULL CHECK (number > 0),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'retired')),
        rules jsonb NOT NULL,
        effective_from date,
        published_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (scheme_id, number),
        CHECK (state = 'draft' OR (effective_from IS NOT NULL AND published_at IS NOT NULL))
      )`);
    // Past decisions are judged by these rules for ever: once published they stay as they were.
    await runner.query(`
      CREATE FUNCTION keep_published_scheme_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR NEW.state = 'draft' OR ROW(NEW.id, NEW.scheme_id, NEW.number, NEW.rules, NEW.effective_from, NEW.published_at)
          IS DISTINCT FROM ROW(OLD.id, OLD.scheme_id, OLD.number, OLD.rules, OLD.effective_from, OLD.published_at) THEN
          RAISE EXCEPTION 'a published scheme version does not change' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER scheme_version_published BEFORE UPDATE OR DELETE ON scheme_version
      FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION keep_published_scheme_version()`);
    await runner.query(`
      CREATE TABLE evidence (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        kind text NOT NULL CHECK (kind IN
          ('course-result', 'external-certificate', 'task-book', 'fitness', 'experience', 'waiver', 'equivalence')),
        subject text,
        achieved_on date NOT NULL,
        valid_until date CHECK (valid_until >= achieved_on),
        source jsonb NOT NULL DEFAULT '{}',
        reason text,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        cause text UNIQUE
      )`);
    await runner.query(`CREATE INDEX evidence_by_person ON evidence (person_id, kind, achieved_on)`);
    await runner.query(`
      CREATE TABLE certification (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        scheme_id uuid NOT NULL REFERENCES scheme (id),
        UNIQUE (person_id, scheme_id)
      )`);
    await runner.query(`CREATE INDEX certification_by_scheme ON certification (scheme_id, id)`);
    await runner.query(`
      CREATE TABLE certification_event (
        id uuid PRIMARY KEY,
        certification_id uuid NOT NULL REFERENCES certification (id),
        type text NOT NULL CHECK (type IN
          ('granted', 'renewed', 'extended', 'suspended', 'reinstated', 'revoked', 'surrendered', 'corrected')),
        scheme_version_id uuid NOT NULL REFERENCES scheme_version (id),
        effective_on date,
        completed_on date,
        until date,
        barred_until date,
        evidence_ids uuid[] NOT NULL DEFAULT '{}',
        supersedes uuid,
        replacement jsonb,
        reason text,
        recorded_at timestamptz NOT NULL,
        cause text UNIQUE,
        UNIQUE (certification_id, id),
        -- A correction cannot reach into somebody else's history.
        FOREIGN KEY (certification_id, supersedes) REFERENCES certification_event (certification_id, id),
        CHECK ((type = 'corrected') = (supersedes IS NOT NULL)),
        CHECK ((type = 'corrected') = (effective_on IS NULL)),
        CHECK ((type = 'extended') = (until IS NOT NULL)),
        CHECK (supersedes <> id)
      )`);
    await runner.query(`
      CREATE INDEX certification_event_by_certification
      ON certification_event (certification_id, effective_on, recorded_at, id)`);
    await runner.query(`
      CREATE TABLE certification_signature (
        event_id uuid NOT NULL REFERENCES certification_event (id),
        party text NOT NULL CHECK (party IN ('pk', 'cn', 'joint')),
        person_id uuid REFERENCES person (id),
        signed_at timestamptz NOT NULL,
        PRIMARY KEY (event_id, party),
        UNIQUE (event_id, person_id)
      )`);
    await runner.query(`
      CREATE TABLE certificate (
        id uuid PRIMARY KEY,
        certification_event_id uuid NOT NULL UNIQUE REFERENCES certification_event (id),
        number text NOT NULL UNIQUE,
        verification_code text NOT NULL UNIQUE CHECK (length(verification_code) >= 20),
        pdf bytea NOT NULL,
        credential_jwt text NOT NULL,
        issued_at timestamptz NOT NULL
      )`);
    for (const table of APPEND_ONLY) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
      await runner.query(`
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['certificate', 'certification_signature', 'certification_event', 'certification', 'evidence'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query(`DROP TABLE scheme_version`);
    await runner.query(`DROP FUNCTION keep_published_scheme_version()`);
    await runner.query(`DROP TABLE scheme`);
  }
}
