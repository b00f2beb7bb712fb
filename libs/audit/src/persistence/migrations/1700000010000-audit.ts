import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        action text NOT NULL,
        entity text NOT NULL,
        entity_id text NOT NULL,
        person_id uuid,
        unit_id uuid,
        actor_account_id uuid,
        actor_name text NOT NULL,
        request_id text NOT NULL,
        reason text,
        before jsonb,
        after jsonb
      )`);
    await runner.query(`CREATE INDEX audit_entry_by_entity ON audit_entry (entity, entity_id, id)`);
    await runner.query(`CREATE INDEX audit_entry_by_person ON audit_entry (person_id, id) WHERE person_id IS NOT NULL`);
    await runner.query(`CREATE INDEX audit_entry_by_actor ON audit_entry (actor_account_id, id)`);
    await runner.query(`CREATE INDEX audit_entry_by_unit ON audit_entry (unit_id, id)`);
    // What the sequencer has not chained yet; deleted by it, so that it never searches the whole trail.
    await runner.query(`CREATE TABLE audit_pending (entry_id uuid PRIMARY KEY REFERENCES audit_entry (id))`);
    await runner.query(`
      CREATE TABLE audit_chain (
        number bigint PRIMARY KEY CHECK (number > 0),
        entry_id uuid NOT NULL UNIQUE REFERENCES audit_entry (id),
        previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
        hash bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
        chained_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    for (const table of ['audit_entry', 'audit_chain']) {
      await runner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
      await runner.query(`
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audit_chain`);
    await runner.query(`DROP TABLE audit_pending`);
    await runner.query(`DROP TABLE audit_entry`);
  }
}
