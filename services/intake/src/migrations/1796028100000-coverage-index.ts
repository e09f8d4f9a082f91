import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Coverage of groups is counted from indexes alone: the files of an area were read for their ids only, and each membership for its group and its end. */
export class CoverageIndex1796028100000 implements MigrationInterface {
  readonly name = 'CoverageIndex1796028100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index resident_of_area on resident (area_code) include (id);
      create index group_membership_covering on group_membership (resident_id, since) include (until, group_code);
      drop index group_membership_resident;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index group_membership_resident on group_membership (resident_id, since);
      drop index group_membership_covering;
      drop index resident_of_area;
    `);
  }
}
