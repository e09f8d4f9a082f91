import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 约定时间: when a service that was ordered is provided, as dispatch tells it. */
export class Appointment1795945000001 implements MigrationInterface {
  readonly name = 'Appointment1795945000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table appointment (
        work_order_id uuid primary key,
        request_id uuid not null,
        from_at timestamptz not null,
        until_at timestamptz not null
      );
      create index appointment_request on appointment (request_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table appointment');
  }
}
