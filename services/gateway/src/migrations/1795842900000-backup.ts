import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 备份登记: what `deploy/backup.sh` has written, and when. The script notes it as the database's superuser; the gateway reads. */
export class Backup1795842900000 implements MigrationInterface {
  readonly name = 'Backup1795842900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table backup (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        taken_at timestamptz not null,
        bytes bigint not null
      );
      create index backup_taken on backup (taken_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table backup');
  }
}
