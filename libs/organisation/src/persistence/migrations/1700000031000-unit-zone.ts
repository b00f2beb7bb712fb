import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Civil dates are read in the zone of the unit (design §4, rule 5); scopes are subtrees of units. */
export class UnitZone1700000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE unit ADD COLUMN zone text NOT NULL DEFAULT 'Asia/Karachi' CHECK (zone IN ('Asia/Karachi', 'Asia/Shanghai'))`);
    await runner.query(`
      CREATE FUNCTION unit_and_above(uuid) RETURNS TABLE (id uuid, distance int) LANGUAGE sql STABLE AS $$
        WITH RECURSIVE above AS (
          SELECT u.id, u.parent_id, 0 AS distance FROM unit u WHERE u.id = $1
          UNION ALL SELECT u.id, u.parent_id, a.distance + 1 FROM unit u JOIN above a ON u.id = a.parent_id)
        SELECT above.id, above.distance FROM above $$`);
    await runner.query(`
      CREATE FUNCTION unit_and_below(uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
        WITH RECURSIVE below AS (
          SELECT u.id FROM unit u WHERE u.id = $1 UNION ALL SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id)
        SELECT below.id FROM below $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION unit_and_below(uuid)`);
    await runner.query(`DROP FUNCTION unit_and_above(uuid)`);
    await runner.query(`ALTER TABLE unit DROP COLUMN zone`);
  }
}
