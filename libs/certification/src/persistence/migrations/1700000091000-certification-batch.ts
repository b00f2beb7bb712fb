import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a ratification set going: one task for each person and scheme, its progress visible, each done once. */
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
    await runner.query(`
      CREATE TABLE certification_task (
        id uuid PRIMARY KEY,
        batch_id uuid NOT NULL REFERENCES certification_batch (id),
        person_id uuid NOT NULL REFERENCES person (id),
        scheme_id uuid NOT NULL REFERENCES scheme (id),
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'issued', 'pending_signature', 'refused', 'failed')),
        -- The refusal or fault: code and params, told in the reader's language.
        failure jsonb,
        event_id uuid REFERENCES certification_event (id),
        attempts int NOT NULL DEFAULT 0,
        job_id uuid,
        updated_at timestamptz NOT NULL,
        UNIQUE (batch_id, person_id, scheme_id),
        CHECK ((state IN ('refused', 'failed')) = (failure IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX certification_task_by_batch ON certification_task (batch_id, state)`);
    await runner.query(`CREATE INDEX certification_by_person ON certification (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX certification_by_person`);
    await runner.query(`DROP TABLE certification_task`);
    await runner.query(`DROP TABLE certification_batch`);
  }
}
