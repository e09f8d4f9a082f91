import type { MigrationInterface, QueryRunner } from 'typeorm';

const ABOUT_ONE = ['application', 'part', 'whistle'];

/** Applications, parts and whistles are found by number and category of their order. */
export class OfItsOrder1795936500000 implements MigrationInterface {
  readonly name = 'OfItsOrder1795936500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ABOUT_ONE)
      await runner.query(`
        alter table ${table} add column source_number text, add column category_code text;
        update ${table} t set source_number = o.source_number, category_code = o.category_code from work_order o where o.id = t.work_order_id;
        create index ${table}_day on ${table} (split_part(source_number, '-', 2), id);
        create index ${table}_sequence on ${table} (split_part(source_number, '-', 3), id);
        create index ${table}_category on ${table} (category_code, id);
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ABOUT_ONE) await runner.query(`alter table ${table} drop column source_number, drop column category_code`);
  }
}
