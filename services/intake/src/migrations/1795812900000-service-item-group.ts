import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service items are listed by group, in the order of their codes. */
export class ServiceItemGroup1795812900000 implements MigrationInterface {
  readonly name = 'ServiceItemGroup1795812900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index service_item_group on service_item ("group", code)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index service_item_group');
  }
}
