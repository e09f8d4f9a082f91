import { wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 文件 of a service, and the bytes that no file claims. */
export class File1795831087103 implements MigrationInterface {
  name = 'File1795831087103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordDomainV1('file_purpose', ['before', 'after', 'request', 'result', 'agreement'])}
      create table file (
        id uuid primary key,
        media_type text not null,
        bytes int not null,
        sha256 text not null,
        received_sha256 text not null,
        thumbnail_bytes int,
        width int,
        height int,
        taken_at timestamptz,
        longitude double precision,
        latitude double precision,
        uploaded_by text not null,
        uploaded_at timestamptz not null,
        subject_kind text,
        subject_id uuid,
        purpose file_purpose,
        attached_at timestamptz,
        constraint file_attached check ((subject_id is null) = (attached_at is null))
      );
      create index file_subject on file (subject_id) where subject_id is not null;
      create index file_unattached on file (uploaded_at) where subject_id is null;
      create index file_unattached_of on file (uploaded_by) where subject_id is null;
      -- Written before the bytes, taken away with the row that claims them: what a crash leaves in the storage is found by it.
      create table file_leftover (id uuid primary key, since timestamptz not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table file, file_leftover; drop domain file_purpose');
  }
}
