import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done about certifications by itself: tasks, the periods that lists read, the keys that verify credentials. */
export class CertificationBatch1700000091000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
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
    for (const table of ['credential_key', 'certification_standing', 'certification_task', 'certification_batch'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
