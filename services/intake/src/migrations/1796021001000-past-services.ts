import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史办件、历史上门服务: service cases and visits at home of the time before, each once by its number there, and nobody's name. */
export class PastServices1796021001000 implements MigrationInterface {
  readonly name = 'PastServices1796021001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table past_service_case (
        id uuid primary key,
        past_reference text not null,
        area_code text not null,
        item_code text not null,
        outcome text not null check (outcome in ('delivered', 'refused', 'withdrawn')),
        one_stop boolean not null,
        asked_later boolean not null,
        opened_at timestamptz not null,
        due_at timestamptz,
        decided_at timestamptz,
        delivered_at timestamptz,
        one_visit boolean,
        alone boolean,
        satisfaction text,
        rated_at timestamptz,
        check ((outcome = 'delivered') = (delivered_at is not null)),
        check ((satisfaction is null) = (rated_at is null))
      );
      create unique index past_service_case_reference on past_service_case (past_reference);
      create table past_home_visit (
        id uuid primary key,
        past_reference text not null,
        area_code text not null,
        cause text not null,
        visited_at timestamptz not null
      );
      create unique index past_home_visit_reference on past_home_visit (past_reference);
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was brought along is never taken away: restore a back-up instead');
  }
}
