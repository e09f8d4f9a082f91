import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 约定已过: when it is told that the agreed time of a service is over and it was not provided. */
export class AppointmentMissed1796000200001 implements MigrationInterface {
  readonly name = 'AppointmentMissed1796000200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work_order add column appointment_check_at timestamptz;
      update work_order set appointment_check_at = appointed_until + interval '2 hours' where appointed_until > now() and state in ('accepted', 'in-progress', 'parked');
      create index work_order_appointment_check on work_order (appointment_check_at) where state in ('accepted', 'in-progress') and appointment_check_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order drop column appointment_check_at');
  }
}
