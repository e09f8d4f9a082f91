import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 合并档案: what the main file took from a merged one, by name, so that it can be taken out again. */
export class TakenOver1795938600000 implements MigrationInterface {
  readonly name = 'TakenOver1795938600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table resident add column taken_fields text[] not null default '{}';
      alter table resident add column taken_groups text[] not null default '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error('what a main file took is never taken away: restore a back-up instead');
  }
}
