import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders are found by a part of the number of their request, and by category. */
export class WorkOrderSearch1795926000000 implements MigrationInterface {
  readonly name = 'WorkOrderSearch1795926000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index work_order_day on work_order (split_part(source_number, '-', 2), id);
      create index work_order_sequence on work_order (split_part(source_number, '-', 3), id);
      create index work_order_category on work_order (category_code, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index work_order_day, work_order_sequence, work_order_category');
  }
}
