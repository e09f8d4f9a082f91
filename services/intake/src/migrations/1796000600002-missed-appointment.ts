import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 约定已过: what was agreed is over, and the service was not provided. */
export class MissedAppointment1796000600002 implements MigrationInterface {
  readonly name = 'MissedAppointment1796000600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table appointment add column missed boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table appointment drop column missed');
  }
}
