import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 收回追加: what was said of a request by mistake is told to be taken back, and stays so when it is heard again. */
export class FollowUpTakenBack1796020001001 implements MigrationInterface {
  readonly name = 'FollowUpTakenBack1796020001001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table follow_up add column taken_back_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table follow_up drop column taken_back_at');
  }
}
