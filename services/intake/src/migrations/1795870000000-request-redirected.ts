import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 紧急转接: categories that belong to an emergency number, and requests that were told it. */
export class RequestRedirected1795870000000 implements MigrationInterface {
  readonly name = 'RequestRedirected1795870000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table category add column emergency_number text;
      alter table request add column emergency_number text;
      alter domain request_state drop constraint request_state_check;
      alter domain request_state add check (value in ('received', 'answered', 'declined', 'dispatched', 'mediating', 'replied', 'reopened', 'closed',
        'withdrawn', 'redirected'));
      drop index request_retention;
      create index request_retention on request (updated_at)
        where erased_at is null and state in ('answered', 'declined', 'closed', 'withdrawn', 'redirected');
    `);
  }

  async down(): Promise<void> {
    throw new Error('requests may have been redirected since: restore a back-up instead');
  }
}
