import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史来电: calls to the hotline of the time before, each once by its number there. */
export class PastCall1796010005000 implements MigrationInterface {
  readonly name = 'PastCall1796010005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table past_call (
        id uuid primary key,
        past_reference text not null,
        area_code text not null,
        line text not null,
        called_at timestamptz not null,
        answered boolean not null,
        answer_seconds int,
        check (answered = (answer_seconds is not null))
      );
      create unique index past_call_reference on past_call (past_reference);
    `);
  }

  async down(): Promise<void> {
    throw new Error('past calls are never taken away: restore a back-up instead');
  }
}
