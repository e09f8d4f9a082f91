import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hazards are found by category. */
export class HazardSearch1795926000000 implements MigrationInterface {
  readonly name = 'HazardSearch1795926000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index hazard_category on hazard (category_code, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index hazard_category');
  }
}
