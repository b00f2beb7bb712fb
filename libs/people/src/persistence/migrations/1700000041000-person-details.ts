import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What unit rolls hold beside the name: needed to recognise a person on import and to reach him. */
export class PersonDetails1700000041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person
        ADD COLUMN sex text CHECK (sex IN ('male', 'female')),
        ADD COLUMN phone text CHECK (length(phone) <= 20),
        ADD COLUMN email text CHECK (length(email) <= 254)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person DROP COLUMN sex, DROP COLUMN phone, DROP COLUMN email`);
  }
}
