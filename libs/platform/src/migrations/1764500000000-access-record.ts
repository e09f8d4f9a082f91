import { accessRecordTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 查看记录 of a service whose first migrations did not make the table themselves. */
export class AccessRecord1764500000000 implements MigrationInterface {
  name = 'AccessRecord1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accessRecordTableV1());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access_record');
  }
}
