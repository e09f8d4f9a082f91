import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 更正到场人数: how many came is what was said last, and no longer the most that anybody said. */
export class ReceptionCount1795961000000 implements MigrationInterface {
  readonly name = 'ReceptionCount1795961000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the event that said how many came; 0 where nobody did.
      alter table reception_day add column counted_version int not null default 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reception_day drop column counted_version');
  }
}
