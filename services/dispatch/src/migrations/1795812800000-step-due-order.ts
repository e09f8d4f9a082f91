import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders are listed by what is due soonest, page by page; the index of what is overdue is the beginning of the same. */
export class StepDueOrder1795812800000 implements MigrationInterface {
  readonly name = 'StepDueOrder1795812800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index work_order_due on work_order (step_due_at, id) where step_due_at is not null;
      drop index work_order_overdue;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index work_order_overdue on work_order (step_due_at) where step_due_at is not null;
      drop index work_order_due;
    `);
  }
}
