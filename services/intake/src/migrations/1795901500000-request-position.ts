import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 附近的诉求: requests are found by where they are. */
export class RequestPosition1795901500000 implements MigrationInterface {
  readonly name = 'RequestPosition1795901500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index request_position on request
        using gist (point((point -> 'coordinates' ->> 0)::float8, (point -> 'coordinates' ->> 1)::float8)) where point is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index request_position');
  }
}
