import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 点单: the service that a request orders, and the resident whom it is for. */
export class OrderedService1795932000000 implements MigrationInterface {
  readonly name = 'OrderedService1795932000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table request add column service jsonb, add column resident_id uuid;
      create index request_resident on request (resident_id, id) where resident_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table request drop column service, drop column resident_id`);
  }
}
