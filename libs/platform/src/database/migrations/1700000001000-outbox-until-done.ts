import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A job stays in the outbox until it is done: what the queue server loses is sent again. */
export class OutboxUntilDone1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE outbox ADD COLUMN sent_at timestamptz`);
    await runner.query(`CREATE INDEX outbox_to_send ON outbox (id) WHERE sent_at IS NULL`);
    await runner.query(`CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The version before sends whatever it finds: what is on its way would be done twice.
    await runner.query(`DELETE FROM outbox WHERE sent_at IS NOT NULL`);
    await runner.query(`DROP INDEX outbox_sent`);
    await runner.query(`DROP INDEX outbox_to_send`);
    await runner.query(`ALTER TABLE outbox DROP COLUMN sent_at`);
  }
}
