import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 并单: who asks with which request, and the order whose answer one of them was not content with. */
export class MergedRequest1795868000001 implements MigrationInterface {
  readonly name = 'MergedRequest1795868000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table merged_request (
        request_id uuid primary key,
        main_request_id uuid not null,
        -- None of one that was withdrawn: it asks no more, and leads those who were merged into it to its successor.
        number text,
        at timestamptz not null
      );
      create index merged_request_main on merged_request (main_request_id);
      alter table work_order add column linked_order_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table work_order drop column linked_order_id; drop table merged_request');
  }
}
