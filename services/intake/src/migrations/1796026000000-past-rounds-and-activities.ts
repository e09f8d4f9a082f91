import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 历史敲门、历史活动: grids of door-knocking rounds, activities and what came of them, of the time before, each once by its number there. */
export class PastRoundsAndActivities1796026000000 implements MigrationInterface {
  readonly name = 'PastRoundsAndActivities1796026000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table past_round (
        id uuid primary key,
        past_reference text not null,
        area_code text not null,
        opened_at timestamptz not null,
        doors int not null,
        met int not null check (met between 0 and doors)
      );
      create unique index past_round_reference on past_round (past_reference);
      create table past_activity (
        id uuid primary key,
        past_reference text not null,
        area_code text not null,
        kind text not null,
        delivery text,
        starts_at timestamptz not null,
        attended int not null
      );
      create unique index past_activity_reference on past_activity (past_reference);
      create table past_activity_outcome (
        id uuid primary key,
        past_reference text not null,
        activity text not null,
        area_code text not null,
        outcome text not null,
        occurred_on date not null,
        follow_up text not null check (follow_up in ('recorded', 'confirmed', 'lost'))
      );
      create unique index past_activity_outcome_reference on past_activity_outcome (past_reference);
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was brought along is never taken away: restore a back-up instead');
  }
}
