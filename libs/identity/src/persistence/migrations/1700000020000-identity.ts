import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1700000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        user_name text NOT NULL CHECK (user_name = lower(user_name) AND user_name ~ '^[a-z0-9][a-z0-9._-]{2,63}$'),
        person_id uuid UNIQUE,
        password_hash text NOT NULL,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT account_user_name_is_unique UNIQUE (user_name)
      )`);
    await runner.query(`
      CREATE TABLE role_grant (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id),
        role text NOT NULL CHECK (role IN ('trainer', 'trainee', 'administrator', 'commander', 'auditor')),
        unit_id uuid,
        party text CHECK (party IN ('pk', 'cn', 'joint')),
        granted_at timestamptz NOT NULL DEFAULT now(),
        granted_by uuid REFERENCES account (id),
        CONSTRAINT role_grant_is_unique UNIQUE NULLS NOT DISTINCT (account_id, role, unit_id, party)
      )`);
    await runner.query(`
      CREATE TABLE login_session (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id),
        refresh_hash bytea NOT NULL UNIQUE,
        user_agent text NOT NULL DEFAULT '',
        ip text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        revoked_reason text CHECK (revoked_reason IN ('logout', 'revoked', 'refresh-reuse', 'password-change', 'account-disabled')),
        CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
      )`);
    await runner.query(`CREATE INDEX login_session_by_account ON login_session (account_id) WHERE revoked_at IS NULL`);
    await runner.query(`
      CREATE TABLE login_throttle (
        key text PRIMARY KEY,
        failures int NOT NULL,
        last_failure_at timestamptz NOT NULL,
        blocked_until timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['login_throttle', 'login_session', 'role_grant', 'account'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
