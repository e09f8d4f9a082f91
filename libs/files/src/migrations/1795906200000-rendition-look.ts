import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the changes of matters were looked through for pictures that may be shown no more. */
export class RenditionLook1795906200000 implements MigrationInterface {
  readonly name = 'RenditionLook1795906200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rendition_look (single boolean primary key default true check (single), changed_at timestamptz(3) not null, id uuid not null);
      insert into rendition_look (changed_at, id) values (now() - interval '1 hour', '00000000-0000-0000-0000-000000000000')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rendition_look');
  }
}
