import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 阶段反馈: when the lead said that it would report again. */
export class Progress1795867300000 implements MigrationInterface {
  readonly name = 'Progress1795867300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order add column next_report_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order drop column next_report_on');
  }
}
