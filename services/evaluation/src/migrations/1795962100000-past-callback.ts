import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests of the time before have their number of then, by which their callbacks are brought along. */
export class PastCallback1795962100000 implements MigrationInterface {
  readonly name = 'PastCallback1795962100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table request add column past_reference text;
      create unique index request_past_reference on request (past_reference) where past_reference is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request drop column past_reference');
  }
}
