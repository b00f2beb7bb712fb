import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text in the three languages: none may be empty. */
const localized = (column: string) =>
  `${column} jsonb NOT NULL CHECK (length(${column}->>'en') > 0 AND length(${column}->>'ur') > 0 AND length(${column}->>'zh') > 0)`;
const code = `code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{1,39}$')`;

export class Organisation1700000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit (
        id uuid PRIMARY KEY,
        ${code},
        ${localized('name')},
        party text NOT NULL CHECK (party IN ('pk', 'cn', 'joint')),
        parent_id uuid REFERENCES unit (id) CHECK (parent_id <> id),
        version int NOT NULL DEFAULT 1,
        CONSTRAINT unit_code_is_unique UNIQUE (code)
      )`);
    await runner.query(`CREATE INDEX unit_by_parent ON unit (parent_id)`);
    await runner.query(`
      CREATE TABLE site (
        id uuid PRIMARY KEY,
        ${code},
        ${localized('name')},
        district text NOT NULL DEFAULT '',
        version int NOT NULL DEFAULT 1,
        CONSTRAINT site_code_is_unique UNIQUE (code)
      )`);
    await runner.query(`
      CREATE TABLE post (
        id uuid PRIMARY KEY,
        ${code},
        ${localized('title')},
        site_id uuid NOT NULL REFERENCES site (id),
        unit_id uuid NOT NULL REFERENCES unit (id),
        required_strength int NOT NULL CHECK (required_strength BETWEEN 1 AND 10000),
        version int NOT NULL DEFAULT 1,
        CONSTRAINT post_code_is_unique UNIQUE (code)
      )`);
    await runner.query(`CREATE INDEX post_by_unit ON post (unit_id)`);
    await runner.query(
      `ALTER TABLE role_grant ADD CONSTRAINT role_grant_unit FOREIGN KEY (unit_id) REFERENCES unit (id)`,
    );
    await runner.query(
      `ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_unit FOREIGN KEY (unit_id) REFERENCES unit (id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_unit`);
    await runner.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_unit`);
    for (const table of ['post', 'site', 'unit']) await runner.query(`DROP TABLE ${table}`);
  }
}
