import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases are found by a part of the number of their request. */
export class CaseSearch1795926000000 implements MigrationInterface {
  readonly name = 'CaseSearch1795926000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index mediation_case_day on mediation_case (split_part(request_number, '-', 2), id);
      create index mediation_case_sequence on mediation_case (split_part(request_number, '-', 3), id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mediation_case_day, mediation_case_sequence');
  }
}
