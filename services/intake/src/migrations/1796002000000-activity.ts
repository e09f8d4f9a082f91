import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Activities 活动, with their history. */
export class Activity1796002000000 implements MigrationInterface {
  readonly name = 'Activity1796002000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('planned', 'announced', 'held', 'closed', 'cancelled')),
        area_code text not null,
        kind text not null check (kind in ('five-delivery', 'job-fair', 'health-check', 'culture')),
        delivery text check (delivery in ('policy', 'skills', 'health', 'warmth', 'convenience')),
        title text not null,
        place text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        capacity int not null,
        co_organiser text,
        employers jsonb not null,
        organisation_id uuid,
        planned_at timestamptz not null,
        announced_at timestamptz,
        held_at timestamptz,
        closed_at timestamptz,
        next_at timestamptz
      );
      ${areaIndexesV1('activity')}
      create index activity_area on activity (area_code, id);
      create index activity_state on activity (state, id);
      create index activity_kind on activity (kind, id);
      create index activity_begins on activity (starts_at, id);
      create index activity_area_begins on activity (area_code, starts_at, id);
      create index activity_next on activity (next_at) where next_at is not null;
      ${changeTimeV1('activity')}

      ${historyTableV1('activity')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('activities are never taken away: restore a back-up instead');
  }
}
