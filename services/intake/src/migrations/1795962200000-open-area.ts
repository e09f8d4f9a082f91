import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is open in an area that is retired is found without what is closed there. */
export class OpenArea1795962200000 implements MigrationInterface {
  readonly name = 'OpenArea1795962200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index request_open_area on request (area_code) where state in ('received', 'dispatched', 'mediating', 'divided', 'reopened')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index request_open_area');
  }
}
