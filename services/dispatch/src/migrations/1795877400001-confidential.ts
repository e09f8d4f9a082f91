import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 保密: whether who asked is not to be known. Of orders that are there already nobody knows it any more: no picture of them is shown to the public. */
export class Confidential1795877400001 implements MigrationInterface {
  name = 'Confidential1795877400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work_order add column confidential boolean;
      update work_order set confidential = false where type = 'hazard-rectification'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order drop column confidential');
  }
}
