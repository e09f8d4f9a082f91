import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bytes that are left over of an erasure know of which: it is over when they are gone. */
export class FileErasure1795844000001 implements MigrationInterface {
  name = 'FileErasure1795844000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table file_leftover add column matter_id uuid;
      create index file_leftover_matter on file_leftover (matter_id) where matter_id is not null;
      create index file_leftover_since on file_leftover (since);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table file_leftover drop column matter_id; drop index file_leftover_since');
  }
}
