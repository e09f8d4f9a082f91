import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when what was registered by mistake of service cases 办件 and home visits 上门服务 is taken back 撤回误登, and who took a rating down. */
export class TakingBack1796028000000 implements MigrationInterface {
  readonly name = 'TakingBack1796028000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_case add column rated_by text, add column take_back_until timestamptz;
      alter table home_visit add column take_back_until timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table service_case drop column rated_by, drop column take_back_until; alter table home_visit drop column take_back_until',
    );
  }
}
