import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The token before the present one, which a browser still has when the answer with the new one did not reach it. */
export class RefreshGrace1700000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE login_session ADD COLUMN previous_hash bytea`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE login_session DROP COLUMN previous_hash`);
  }
}
