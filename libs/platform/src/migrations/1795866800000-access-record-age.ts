import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 查看记录 by their age, the oldest of which are taken away when their time is over. Those of erasures stay. */
export class AccessRecordAge1795866800000 implements MigrationInterface {
  name = 'AccessRecordAge1795866800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("create index access_record_age on access_record (at) where action <> 'erase'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index access_record_age');
  }
}
