import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a line of the audit trail waits for its place: what was done may have been told long after it was done. */
export class AuditWaits1795854934274 implements MigrationInterface {
  readonly name = 'AuditWaits1795854934274';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_waiting add column since timestamptz not null default now()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_waiting drop column since');
  }
}
