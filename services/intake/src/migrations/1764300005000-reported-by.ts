import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes in a request and may read no others reads that one. */
export class ReportedBy1764300005000 implements MigrationInterface {
  name = 'ReportedBy1764300005000';

  async up(runner: QueryRunner): Promise<void> {
    // Null for all that clerks and organisations take in, so that their requests pay for no index.
    await runner.query(`
      alter table request add column reported_by text;
      create index request_reported_by on request (reported_by, id) where reported_by is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
