import type { MigrationInterface, QueryRunner } from 'typeorm';

const REASONS = ['logout', 'revoked', 'refresh-reuse', 'password-change', 'account-disabled'];

const check = (reasons: readonly string[]) =>
  `ALTER TABLE login_session ADD CONSTRAINT login_session_revoked_reason_check CHECK (revoked_reason IN (${reasons.map((r) => `'${r}'`).join(', ')}))`;

/** Passwords that an administrator hands over, to be changed at once; sessions that he ends. */
export class OneTimePassword1700000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account
        ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
        ADD COLUMN password_expires_at timestamptz`);
    await runner.query(`ALTER TABLE login_session DROP CONSTRAINT login_session_revoked_reason_check`);
    await runner.query(check([...REASONS, 'password-reset', 'administrator']));
    await runner.query(`CREATE INDEX login_session_by_address ON login_session (account_id, ip, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX login_session_by_address`);
    await runner.query(`ALTER TABLE login_session DROP CONSTRAINT login_session_revoked_reason_check`);
    await runner.query(
      `UPDATE login_session SET revoked_reason = 'revoked' WHERE revoked_reason IN ('password-reset', 'administrator')`,
    );
    await runner.query(check(REASONS));
    await runner.query(`ALTER TABLE account DROP COLUMN must_change_password, DROP COLUMN password_expires_at`);
  }
}
