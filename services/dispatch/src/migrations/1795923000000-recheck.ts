import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 复核: whether who found a matter looks at it again, until when, and that they confirmed it. Of matters of before this nobody knows who found them. */
export class Recheck1795923000000 implements MigrationInterface {
  readonly name = 'Recheck1795923000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table category add column finder_rechecks boolean not null default false;
      alter table work_order add column finder_id text, add column recheck_due_at timestamptz, add column rechecked_at timestamptz;
      create index work_order_recheck on work_order (recheck_due_at) where recheck_due_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work_order drop column finder_id, drop column recheck_due_at, drop column rechecked_at;
      alter table category drop column finder_rechecks;
    `);
  }
}
