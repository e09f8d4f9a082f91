import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 约定时间: when a service that was ordered is provided. */
export class Appointment1795945000000 implements MigrationInterface {
  readonly name = 'Appointment1795945000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order add column appointed_from timestamptz, add column appointed_until timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order drop column appointed_from, drop column appointed_until');
  }
}
