import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Access records are of more than requesters' data: the table becomes what `accessRecordTableV1` makes in the other services. */
export class AccessRecord1764500000000 implements MigrationInterface {
  name = 'AccessRecord1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    // Processes of the version before still add rows with a `request_id` and no subject. The migration that drops the column copies it once more.
    await runner.query(`
      alter table access_record
        add column action text not null default 'reveal', add column subject text not null default '', add column detail jsonb,
        alter column request_id drop not null, alter column purpose drop not null;
      update access_record set subject = request_id::text;
      create index access_record_subject on access_record (subject, at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('restore a back-up instead');
  }
}
