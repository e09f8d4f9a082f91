import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 查询进展: wrong digits given for a request, so that nobody guesses them. */
export class TrackingTry1795890300000 implements MigrationInterface {
  readonly name = 'TrackingTry1795890300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tracking_try (
        request_id uuid primary key references request,
        wrong int not null,
        since timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tracking_try');
  }
}
