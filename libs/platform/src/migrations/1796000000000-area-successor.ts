import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Into which area one that is no more went, so that nothing new is taken in there. Not known until intake tells of them again. */
export class AreaSuccessor1796000000000 implements MigrationInterface {
  name = 'AreaSuccessor1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table area add column successor_area text;
      create index area_successor on area (code) where successor_area is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table area drop column successor_area');
  }
}
