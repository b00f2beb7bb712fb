import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are listed by the site where they are posted. */
export class PostingBySite1700000042000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX posting_by_site ON posting (site_id, starts_on)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX posting_by_site`);
  }
}
