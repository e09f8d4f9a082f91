import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 更正记录. */
export class RequestCorrection1795867200000 implements MigrationInterface {
  readonly name = 'RequestCorrection1795867200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table request_correction (
        id uuid primary key,
        request_id uuid not null references request,
        at timestamptz not null,
        actor_id text not null,
        reason text not null,
        before jsonb not null,
        after jsonb not null
      );
      create index request_correction_request on request_correction (request_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_correction');
  }
}
