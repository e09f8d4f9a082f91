import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Activities 活动 that were held, and what came of them. */
export class Activity1796010004000 implements MigrationInterface {
  readonly name = 'Activity1796010004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Stream EVT_INTAKE; how many came is what was said last.
      create table activity (
        id uuid primary key,
        area_code text not null,
        starts_at timestamptz not null,
        attended int not null,
        version int not null
      );
      create table activity_outcome (
        id uuid primary key,
        area_code text not null,
        outcome text not null,
        occurred_at timestamptz not null,
        state text not null,
        version int not null
      );
      -- What each counts for is said by the definitions, which run after this.
      create trigger count_row after insert or update on activity for each row execute function count_row();
      create trigger count_row after insert or update on activity_outcome for each row execute function count_row();
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
