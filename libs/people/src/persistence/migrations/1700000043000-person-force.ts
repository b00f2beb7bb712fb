import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The force that a person belongs to, whichever unit he serves in: a code, as `SINDH-POLICE`. */
export class PersonForce1700000043000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person ADD COLUMN force text CHECK (force ~ '^[A-Z0-9][A-Z0-9-]{1,39}$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE person DROP COLUMN force`);
  }
}
