import { wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 公开版 of pictures: what anybody may see of them. */
export class FileRendition1795864800000 implements MigrationInterface {
  name = 'FileRendition1795864800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordDomainV1('rendition_state', ['asked', 'approved', 'refused', 'revoked'])}
      create table file_rendition (
        id uuid primary key,
        file_id uuid not null constraint file_rendition_file unique references file (id) on delete cascade,
        state rendition_state not null,
        version int not null,
        masks jsonb not null,
        bytes int not null,
        sha256 text not null,
        width int not null,
        height int not null,
        asked_by text not null,
        asked_at timestamptz not null,
        decided_by text,
        decided_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table file_rendition; drop domain rendition_state');
  }
}
