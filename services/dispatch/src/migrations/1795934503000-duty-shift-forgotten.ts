import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was on duty is forgotten after a time. */
export class DutyShiftForgotten1795934503000 implements MigrationInterface {
  name = 'DutyShiftForgotten1795934503000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table duty_shift alter column name drop not null');
  }

  async down(): Promise<void> {
    throw new Error('duty shifts are never taken away: restore a back-up instead');
  }
}
