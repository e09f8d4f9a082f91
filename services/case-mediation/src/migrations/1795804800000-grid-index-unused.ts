import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A grid's cases are found among its community's (docs/decisions/0008): no query asks for this index. */
export class GridIndexUnused1795804800000 implements MigrationInterface {
  readonly name = 'GridIndexUnused1795804800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mediation_case_grid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index mediation_case_grid on mediation_case (left(area_code, 15), id)');
  }
}
