import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 并单: requests that wait for the answer of their main request. */
export class RequestMerge1795880000000 implements MigrationInterface {
  readonly name = 'RequestMerge1795880000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter domain request_state drop constraint request_state_check;
      alter domain request_state add check (value in
        ('received', 'answered', 'declined', 'dispatched', 'mediating', 'merged', 'replied', 'reopened', 'closed', 'withdrawn', 'redirected'));
      create table request_merge (
        request_id uuid primary key references request,
        main_request_id uuid not null references request,
        at timestamptz not null,
        check (request_id <> main_request_id)
      );
      create index request_merge_main on request_merge (main_request_id);
      create index request_merged on request (id) where state = 'merged';
    `);
  }

  async down(): Promise<void> {
    throw new Error('what is merged has no other state: restore a back-up instead');
  }
}
