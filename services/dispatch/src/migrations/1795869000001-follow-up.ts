import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 追加: what requesters said later, sealed. */
export class FollowUp1795869000001 implements MigrationInterface {
  readonly name = 'FollowUp1795869000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table follow_up (
        id uuid primary key,
        request_id uuid not null,
        at timestamptz not null,
        kind text not null,
        channel text not null,
        sealed_text text
      );
      create index follow_up_request on follow_up (request_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table follow_up');
  }
}
