import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 续传: files on their way in pieces. */
export class FileUpload1795864860000 implements MigrationInterface {
  name = 'FileUpload1795864860000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table file_upload (
        id uuid primary key,
        length int not null,
        keeps_place_and_time boolean not null,
        created_by text not null,
        expires_at timestamptz not null,
        file_id uuid
      );
      create index file_upload_of on file_upload (created_by) where file_id is null;
      create index file_upload_expires on file_upload (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table file_upload');
  }
}
