import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 文书模板 in versions. */
export class DocumentTemplate1795865234712 implements MigrationInterface {
  name = 'DocumentTemplate1795865234712';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table document_template (
        id uuid primary key,
        name text not null,
        version int not null,
        docx bytea not null,
        reason text,
        set_by text not null,
        set_at timestamptz not null,
        constraint document_template_name_version_key unique (name, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table document_template');
  }
}
