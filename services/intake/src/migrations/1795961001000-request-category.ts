import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests are found by the code of their category, too. */
export class RequestCategory1795961001000 implements MigrationInterface {
  readonly name = 'RequestCategory1795961001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index request_category on request (category_code, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index request_category');
  }
}
