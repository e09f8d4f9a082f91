import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 首接单位: who accepted a matter first. Of orders of before this it is not known. */
export class FirstReceiver1795915100000 implements MigrationInterface {
  readonly name = 'FirstReceiver1795915100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order add column first_receiver_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order drop column first_receiver_id');
  }
}
