import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each service has answered about an erasure, and which requests are to be erased next because their time is over. */
export class ErasureProof1795844000003 implements MigrationInterface {
  readonly name = 'ErasureProof1795844000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table erasure_answer (
        matter_id uuid not null,
        service text not null,
        removed jsonb not null,
        kept jsonb not null,
        erased_at timestamptz not null,
        gone_at timestamptz not null,
        primary key (matter_id, service)
      );
      -- A finished request is not touched any more: its last change is its end.
      create index request_retention on request (updated_at)
        where erased_at is null and state in ('answered', 'declined', 'closed', 'withdrawn');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index request_retention; drop table erasure_answer');
  }
}
