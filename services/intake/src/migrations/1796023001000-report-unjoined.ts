import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 撤出: a snapshot report that was added to the wrong request comes back with what it had added. Of what was added before, nobody knows which that is. */
export class ReportUnjoined1796023001000 implements MigrationInterface {
  readonly name = 'ReportUnjoined1796023001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table snapshot_report add column follow_up_ids uuid[], add column file_ids uuid[]');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table snapshot_report drop column follow_up_ids, drop column file_ids');
  }
}
