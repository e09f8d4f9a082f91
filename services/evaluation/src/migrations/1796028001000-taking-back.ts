import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is taken back of service cases 办件 and visits at home 上门服务 counts no more, in whatever order that is heard. */
export class TakingBack1796028001000 implements MigrationInterface {
  readonly name = 'TakingBack1796028001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By which version of the case, or the visit, its columns are as they are.
      alter table service_case add column delivery_version int not null default 0, add column rating_version int not null default 0;
      alter table home_visit add column version int not null default 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table service_case drop column delivery_version, drop column rating_version; alter table home_visit drop column version',
    );
  }
}
