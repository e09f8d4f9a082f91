import { policyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 政策参数 in versions. Services whose first migrations made the table themselves do not name this one. */
export class Policy1764300002000 implements MigrationInterface {
  name = 'Policy1764300002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policyTableV1());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table policy');
  }
}
