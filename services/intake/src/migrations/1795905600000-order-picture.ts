import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 办理后的照片 that anybody may see, as dispatch tells: who asked is shown them beside what was reported. */
export class OrderPicture1795905600000 implements MigrationInterface {
  readonly name = 'OrderPicture1795905600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table order_picture (
        rendition_id uuid primary key,
        request_id uuid not null references request,
        published_at timestamptz not null
      );
      create index order_picture_request on order_picture (request_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table order_picture');
  }
}
