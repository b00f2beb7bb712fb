import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A score that was entered for the wrong person or attempt is withdrawn: a row with the reason supersedes it and never
 * stands itself, so that the attempt is free again and the history is whole.
 */
export class ResultWithdrawal1700000081000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE assessment_result
        ADD COLUMN withdrawn boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT assessment_result_withdrawal
          CHECK (NOT withdrawn OR (supersedes IS NOT NULL AND superseded_at IS NOT NULL AND reason IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE assessment_result DROP COLUMN withdrawn`);
  }
}
