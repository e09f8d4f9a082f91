import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 来电: how requests of the telephone channels came in. */
export class RequestCall1795897000000 implements MigrationInterface {
  readonly name = 'RequestCall1795897000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request_call (
        request_id uuid primary key references request,
        call_id text not null,
        line text not null,
        area_code text not null,
        agent_id text not null,
        queue_seconds int not null check (queue_seconds >= 0),
        recording_reference text
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_call');
  }
}
