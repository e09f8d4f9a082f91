import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 依法删除: when the words of a request were erased. */
export class RequestErasure1795830600000 implements MigrationInterface {
  readonly name = 'RequestErasure1795830600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request add column erased_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table request drop column erased_at');
  }
}
