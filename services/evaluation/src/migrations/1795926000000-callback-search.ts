import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Callbacks are found by a part of the number of their request. */
export class CallbackSearch1795926000000 implements MigrationInterface {
  readonly name = 'CallbackSearch1795926000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index callback_day on callback (split_part(request_number, '-', 2), id);
      create index callback_sequence on callback (split_part(request_number, '-', 3), id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index callback_day, callback_sequence');
  }
}
