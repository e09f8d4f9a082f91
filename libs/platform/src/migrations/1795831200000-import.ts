import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 导入 of a service whose registers can be imported: the files, and their rows while they are taken in. */
export class Import1795831200000 implements MigrationInterface {
  name = 'Import1795831200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import (
        id uuid primary key,
        version int not null,
        register text not null,
        dry_run boolean not null,
        actor_id text not null,
        actor jsonb not null,
        area_code text not null,
        digest text not null,
        columns jsonb not null,
        row_count int not null,
        created_count int not null,
        changed_count int not null,
        unchanged_count int not null,
        refused_count int not null,
        started_at timestamptz not null,
        advanced_at timestamptz not null,
        finished_at timestamptz
      );
      -- the same file of the same caller is the same import while it is under way
      create unique index import_same_file on import (register, dry_run, actor_id, digest) where finished_at is null;
      create index import_waiting on import (advanced_at) where finished_at is null;
      create index import_area_code on import (area_code, id);
      create index import_started_at on import (started_at);
      create table import_row (
        import_id uuid not null references import on delete cascade,
        row int not null,
        key text,
        sent jsonb,
        outcome text,
        faults jsonb,
        primary key (import_id, row)
      );
      create index import_row_waiting on import_row (import_id, row) where outcome is null;
      create index import_row_outcome on import_row (import_id, outcome, row);
      create index import_row_key on import_row (import_id, key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table import_row, import');
  }
}
