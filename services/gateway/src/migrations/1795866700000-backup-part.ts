import { wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which part of the system a back-up holds: files have one of their own. Those that were noted before are of the database. */
export class BackupPart1795866700000 implements MigrationInterface {
  readonly name = 'BackupPart1795866700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${wordDomainV1('backup_part', ['database', 'files'])}
      alter table backup add column part backup_part not null default 'database';
      drop index backup_taken;
      create index backup_taken on backup (part, taken_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index backup_taken;
      delete from backup where part <> 'database';
      alter table backup drop column part;
      drop domain backup_part;
      create index backup_taken on backup (taken_at);
    `);
  }
}
