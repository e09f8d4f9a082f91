import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 已计编号: keyed hashes of the numbers of calls and service cases that were erased. What was counted under them stays counted, and is not brought along once more. */
export class CountedReference1796032700000 implements MigrationInterface {
  readonly name = 'CountedReference1796032700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table counted_reference (reference_index text primary key);
      -- What is looked at is held by a row that nobody sees: roles of services take no advisory locks.
      create table reference_hold (reference_index text primary key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reference_hold, counted_reference');
  }
}
