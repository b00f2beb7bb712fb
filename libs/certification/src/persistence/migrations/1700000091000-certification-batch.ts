import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done about certifications by itself: tasks, the periods that lists read, the keys that verify credentials. */
export class CertificationBatch1700000091000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.completeWhatWasBegun(runner);
    await runner.query(`
      CREATE TABLE certification_batch (
        id uuid PRIMARY KEY,
        -- What asked for it, such as \`offering:<id>\`: asking twice makes one batch.
        cause text NOT NULL UNIQUE,
        offering_id uuid REFERENCES offering (id),
        unit_id uuid REFERENCES unit (id),
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX certification_batch_by_unit ON certification_batch (unit_id, id)`);
    // One person and scheme of a batch, or, without one, the certificate of a decision taken by hand.
    await runner.query(`
      CREATE TABLE certification_task (
        id uuid PRIMARY KEY,
        batch_id uuid REFERENCES certification_batch (id),
        person_id uuid NOT NULL REFERENCES person (id),
        scheme_id uuid NOT NULL REFERENCES scheme (id),
        state text NOT NULL DEFAULT 'queued'
          CHECK (state IN ('queued', 'issued', 'pending_signature', 'refused', 'failed', 'review')),
        -- The refusal, fault or finding: code and params, told in the reader's language.
        failure jsonb,
        event_id uuid REFERENCES certification_event (id),
        attempts int NOT NULL DEFAULT 0,
        job_id uuid,
        updated_at timestamptz NOT NULL,
        UNIQUE (batch_id, person_id, scheme_id),
        CHECK ((state IN ('refused', 'failed', 'review')) = (failure IS NOT NULL)),
        CHECK (batch_id IS NOT NULL OR event_id IS NOT NULL)
      )`);
    await runner.query(`CREATE INDEX certification_task_by_batch ON certification_task (batch_id, state, id)`);
    await runner.query(`CREATE INDEX certification_task_by_event ON certification_task (event_id)`);
    await runner.query(
      `CREATE UNIQUE INDEX certification_task_by_hand ON certification_task (event_id) WHERE batch_id IS NULL`,
    );
    await runner.query(`CREATE INDEX certification_task_by_person ON certification_task (person_id, scheme_id)`);
    await runner.query(
      `CREATE INDEX certification_task_queued ON certification_task (updated_at) WHERE state = 'queued'`,
    );
    await runner.query(`CREATE INDEX certification_by_person ON certification (person_id)`);
    // Worked out from the events and rebuilt at will: the register reads it, and any day's status follows by comparing days.
    await runner.query(`
      CREATE TABLE certification_standing (
        certification_id uuid NOT NULL REFERENCES certification (id),
        from_on date NOT NULL,
        -- Inclusive; null: no later decision is known.
        until_on date CHECK (until_on >= from_on),
        kind text NOT NULL CHECK (kind IN ('none', 'held', 'suspended', 'revoked', 'surrendered', 'unknown')),
        expires_on date,
        renewal_opens_on date,
        grace_ends_on date,
        barred_until date,
        pending_event_id uuid,
        PRIMARY KEY (certification_id, from_on)
      )`);
    await runner.query(`CREATE INDEX certification_standing_by_expiry ON certification_standing (expires_on)`);
    await runner.query(`
      CREATE INDEX certification_standing_unusual ON certification_standing (kind)
      WHERE kind NOT IN ('held', 'none') OR pending_event_id IS NOT NULL`);
    // Public keys of credentials, those of earlier years included.
    await runner.query(`
      CREATE TABLE credential_key (
        -- RFC 7638, base64url
        thumbprint text PRIMARY KEY CHECK (length(thumbprint) = 43),
        jwk jsonb NOT NULL,
        first_used_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TRIGGER credential_key_append_only BEFORE UPDATE OR DELETE ON credential_key
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    // One draft beside what is published.
    await runner.query(
      `CREATE UNIQUE INDEX scheme_version_one_draft ON scheme_version (scheme_id) WHERE state = 'draft'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX scheme_version_one_draft`);
    await runner.query(`DROP INDEX certification_by_person`);
    for (const table of [
      'credential_key',
      'certification_standing',
      'certification_task',
      'certification_batch',
      'certificate',
    ])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query(`DROP SEQUENCE certificate_number`);
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
    await this.appendOnly(runner, 'certificate');
    await runner.query(`ALTER TABLE certification DROP COLUMN version`);
    await runner.query(`ALTER TABLE evidence DROP CONSTRAINT evidence_waiver_is_complete`);
    await runner.query(`ALTER TABLE evidence DROP COLUMN approved_by`);
    await this.keepPublished(runner, '');
  }

  /** Tables that an earlier version made. No certificate has ever been stored in the first form of its table. */
  private async completeWhatWasBegun(runner: QueryRunner): Promise<void> {
    await this.keepPublished(runner, `OR (OLD.state = 'retired' AND NEW.state <> 'retired')`);
    // Who released somebody from a requirement: a person, never himself.
    await runner.query(
      `ALTER TABLE evidence ADD COLUMN approved_by uuid REFERENCES person (id) CHECK (approved_by <> person_id)`,
    );
    // Waivers of before say nothing of their approver; new ones do.
    await runner.query(`
      ALTER TABLE evidence ADD CONSTRAINT evidence_waiver_is_complete CHECK
        (kind <> 'waiver' OR (subject IS NOT NULL AND valid_until IS NOT NULL AND reason IS NOT NULL AND approved_by IS NOT NULL))
        NOT VALID`);
    // Moves with every change of its history: what was worked out from an older history can tell.
    await runner.query(`ALTER TABLE certification ADD COLUMN version int NOT NULL DEFAULT 1`);
    await runner.query(`DROP TABLE certificate`);
    await runner.query(`
      CREATE TABLE certificate (
        id uuid PRIMARY KEY,
        certification_id uuid NOT NULL,
        certification_event_id uuid NOT NULL UNIQUE,
        number text NOT NULL UNIQUE,
        -- 28 signs of 32: 140 bits that nobody guesses.
        verification_code text NOT NULL UNIQUE CHECK (verification_code ~ '^[0-9a-hjkmnp-tv-z]{28}$'),
        -- The names and days on the paper, to compare it with.
        printed jsonb NOT NULL,
        pdf bytea NOT NULL,
        credential_jwt text NOT NULL,
        issued_at timestamptz NOT NULL,
        FOREIGN KEY (certification_id, certification_event_id) REFERENCES certification_event (certification_id, id)
      )`);
    await runner.query(`CREATE INDEX certificate_by_certification ON certificate (certification_id, id)`);
    // Compressed already: PostgreSQL need not try.
    await runner.query(`ALTER TABLE certificate ALTER COLUMN pdf SET STORAGE EXTERNAL`);
    await runner.query(`CREATE SEQUENCE certificate_number`);
    await this.appendOnly(runner, 'certificate');
  }

  private async appendOnly(runner: QueryRunner, table: string): Promise<void> {
    await runner.query(`
      CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  private async keepPublished(runner: QueryRunner, alsoRefused: string): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION keep_published_scheme_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR NEW.state = 'draft' ${alsoRefused}
          OR ROW(NEW.id, NEW.scheme_id, NEW.number, NEW.rules, NEW.effective_from, NEW.published_at)
          IS DISTINCT FROM ROW(OLD.id, OLD.scheme_id, OLD.number, OLD.rules, OLD.effective_from, OLD.published_at) THEN
          RAISE EXCEPTION 'a published scheme version does not change' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
  }
}
