import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Imports1700000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_batch (
        id uuid PRIMARY KEY,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'interrupted', 'done', 'refused', 'failed')),
        dry_run boolean NOT NULL,
        atomic boolean NOT NULL,
        file_name text NOT NULL CHECK (length(file_name) <= 255),
        file_hash bytea NOT NULL,
        -- Sealed; emptied when the batch has ended: the report stays, the people's data do not lie around twice.
        file bytea,
        mapping jsonb NOT NULL DEFAULT '{}',
        scope jsonb NOT NULL,
        created_by uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        -- Filled rows of the file; known once it has been read to its end.
        rows_total int,
        counts jsonb NOT NULL,
        last_row int NOT NULL DEFAULT 0,
        unknown_headers jsonb NOT NULL DEFAULT '[]',
        failure jsonb
      )`);
    // Sealed bytes do not get smaller: PostgreSQL need not try.
    await runner.query(`ALTER TABLE import_batch ALTER COLUMN file SET STORAGE EXTERNAL`);
    await runner.query(`CREATE INDEX import_batch_by_creator ON import_batch (created_by, id)`);
    await runner.query(`
      CREATE TABLE import_row (
        batch_id uuid NOT NULL REFERENCES import_batch (id),
        row int NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('created', 'changed', 'unchanged', 'refused')),
        service_number text,
        person_id uuid REFERENCES person (id),
        errors jsonb NOT NULL DEFAULT '[]',
        warnings jsonb NOT NULL DEFAULT '[]',
        PRIMARY KEY (batch_id, row)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE import_row`);
    await runner.query(`DROP TABLE import_batch`);
  }
}
