import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 分办: requests that are parts of another. */
export class RequestPart1795881000000 implements MigrationInterface {
  readonly name = 'RequestPart1795881000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter domain request_state drop constraint request_state_check;
      alter domain request_state add check (value in
        ('received', 'answered', 'declined', 'dispatched', 'mediating', 'merged', 'divided', 'replied', 'reopened', 'closed', 'withdrawn', 'redirected'));
      alter domain answering_service drop constraint answering_service_check;
      alter domain answering_service add check (value in ('dispatch', 'case-mediation', 'intake', 'parts'));
      alter table request add column parent_id uuid references request; -- the whole, of a part
      create index request_part on request (parent_id, id) where parent_id is not null;
      create index request_divided on request (id) where state = 'divided';
    `);
  }

  async down(): Promise<void> {
    throw new Error('what is divided has no other state: restore a back-up instead');
  }
}
