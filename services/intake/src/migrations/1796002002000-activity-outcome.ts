import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outcomes of activities 活动成效, with their history. */
export class ActivityOutcome1796002002000 implements MigrationInterface {
  readonly name = 'ActivityOutcome1796002002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity_outcome (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('recorded', 'confirmed', 'lost', 'unknown', 'withdrawn')),
        activity_id uuid not null references activity (id),
        booking_id uuid not null references activity_booking (id),
        area_code text not null,
        organisation_id uuid,
        outcome text not null check (outcome in ('hired', 'interview', 'trained', 'checked', 'need-found')),
        employer text,
        occurred_on date not null,
        follow_up_on date not null,
        recorded_by text not null,
        recorded_at timestamptz not null,
        ended_at timestamptz,
        next_at timestamptz
      );
      ${areaIndexesV1('activity_outcome')}
      create index activity_outcome_activity on activity_outcome (activity_id, id);
      create index activity_outcome_state on activity_outcome (state, id);
      create index activity_outcome_outcome on activity_outcome (outcome, id);
      create index activity_outcome_organisation on activity_outcome (organisation_id, id) where organisation_id is not null;
      create index activity_outcome_day on activity_outcome (occurred_on, area_code);
      create index activity_outcome_next on activity_outcome (next_at) where next_at is not null;
      -- One of each a person.
      create unique index activity_outcome_once on activity_outcome (booking_id, outcome) where state <> 'withdrawn';
      ${changeTimeV1('activity_outcome')}

      ${historyTableV1('activity_outcome')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('outcomes are never taken away: restore a back-up instead');
  }
}
