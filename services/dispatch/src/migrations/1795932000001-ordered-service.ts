import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 点单: the service that an order provides, and what was promised with it. */
export class OrderedService1795932000001 implements MigrationInterface {
  readonly name = 'OrderedService1795932000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table work_order add column service jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table work_order drop column service`);
  }
}
