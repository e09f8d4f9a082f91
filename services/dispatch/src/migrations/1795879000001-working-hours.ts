import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 工作时间: limits in working hours, and working days with hours of their own. */
export class WorkingHours1795879000001 implements MigrationInterface {
  name = 'WorkingHours1795879000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter domain deadline_unit drop constraint deadline_unit_check;
      alter domain deadline_unit add check (value in ('hour', 'working_hour', 'natural_day', 'working_day'));
      alter table holiday add column hours text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table holiday drop column hours;
      alter domain deadline_unit drop constraint deadline_unit_check;
      alter domain deadline_unit add check (value in ('hour', 'natural_day', 'working_day'))`);
  }
}
