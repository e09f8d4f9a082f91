import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The work list of who decides on pictures for the public; and what is told of one that is published. */
export class RenditionTold1795877400000 implements MigrationInterface {
  name = 'RenditionTold1795877400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table file_rendition add column subject_id uuid, add column matter_id uuid, add column area_code text;
      create index file_rendition_asked on file_rendition (asked_at, id) where state = 'asked';
      create index file_rendition_approved on file_rendition (id) where state = 'approved'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index file_rendition_asked;
      drop index file_rendition_approved;
      alter table file_rendition drop column subject_id, drop column matter_id, drop column area_code`);
  }
}
