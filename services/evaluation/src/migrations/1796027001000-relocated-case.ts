import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service cases 办件 count in the area into which theirs was retired. */
export class RelocatedCase1796027001000 implements MigrationInterface {
  readonly name = 'RelocatedCase1796027001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_case add column area_version int not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_case drop column area_version');
  }
}
