import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 追加. */
export class RequestFollowUp1795869000000 implements MigrationInterface {
  readonly name = 'RequestFollowUp1795869000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request_follow_up (
        id uuid primary key,
        request_id uuid not null references request,
        at timestamptz not null,
        kind text not null,
        channel text not null,
        round int not null,
        text text,
        actor_id text not null
      );
      create index request_follow_up_request on request_follow_up (request_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_follow_up');
  }
}
