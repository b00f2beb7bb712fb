import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1700000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        service_number text NOT NULL CHECK (service_number ~ '^[A-Z0-9][A-Z0-9/-]{2,39}$'),
        name_en text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 120),
        name_ur text CHECK (length(name_ur) BETWEEN 1 AND 120),
        name_zh text CHECK (length(name_zh) BETWEEN 1 AND 120),
        rank text NOT NULL DEFAULT '' CHECK (length(rank) <= 60),
        unit_id uuid NOT NULL REFERENCES unit (id),
        party text NOT NULL DEFAULT 'pk' CHECK (party IN ('pk', 'cn')),
        date_of_birth date CHECK (date_of_birth BETWEEN '1920-01-01' AND '2100-01-01'),
        joined_on date,
        national_id_sealed bytea,
        national_id_hash bytea,
        national_id_tail text CHECK (length(national_id_tail) <= 2),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'left')),
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT person_service_number_is_unique UNIQUE (service_number),
        CONSTRAINT person_national_id_is_unique UNIQUE (national_id_hash),
        CHECK ((national_id_sealed IS NULL) = (national_id_hash IS NULL))
      )`);
    await runner.query(`CREATE INDEX person_by_unit_and_name ON person (unit_id, name_en, id)`);
    await runner.query(`CREATE INDEX person_by_name ON person (name_en, id)`);
    await runner.query(`
      CREATE INDEX person_search ON person USING gin
        ((lower(name_en || ' ' || coalesce(name_ur, '') || ' ' || coalesce(name_zh, '') || ' ' || service_number)) gin_trgm_ops)`);
    await runner.query(`
      CREATE TABLE posting (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        unit_id uuid NOT NULL REFERENCES unit (id),
        site_id uuid REFERENCES site (id),
        post_id uuid REFERENCES post (id),
        starts_on date NOT NULL,
        ends_on date CHECK (ends_on >= starts_on),
        -- One posting at a time; ends_on is the last day, inclusive.
        CONSTRAINT posting_one_at_a_time EXCLUDE USING gist (person_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
      )`);
    await runner.query(`CREATE INDEX posting_by_post ON posting (post_id, starts_on)`);
    await runner.query(
      `ALTER TABLE account ADD CONSTRAINT account_person FOREIGN KEY (person_id) REFERENCES person (id)`,
    );
    await runner.query(
      `ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_person FOREIGN KEY (person_id) REFERENCES person (id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_person`);
    await runner.query(`ALTER TABLE account DROP CONSTRAINT account_person`);
    await runner.query(`DROP TABLE posting`);
    await runner.query(`DROP TABLE person`);
  }
}
