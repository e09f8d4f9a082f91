import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Door-knocking rounds 敲门行动, with their history, and the households on their lists. */
export class Round1795984000000 implements MigrationInterface {
  readonly name = 'Round1795984000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table round (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('planned', 'open', 'closed', 'cancelled')),
        area_code text not null,
        title text not null,
        from_on date not null,
        until_on date not null,
        ends_at timestamptz not null,
        questions jsonb not null,
        planned_by uuid,
        planned_at timestamptz not null,
        opened_at timestamptz,
        closed_at timestamptz,
        explanation text,
        next_at timestamptz
      );
      ${areaIndexesV1('round')}
      -- What is open stays few however many are stored.
      create index round_due on round (ends_at) where state = 'open';
      create index round_next on round (next_at) where next_at is not null;
      ${changeTimeV1('round')}

      ${historyTableV1('round')}

      create table round_target (
        id uuid primary key,
        version int not null,
        round_id uuid not null references round (id),
        number int not null,
        area_code text not null,
        organisation_id uuid,
        household text,
        resident_ids uuid[] not null default '{}',
        outcome text check (outcome in ('met', 'not-home', 'refused', 'moved', 'empty', 'wrong-address', 'will-call')),
        knocks int not null,
        last_knock_at timestamptz,
        constraint round_target_place unique (round_id, number)
      );
      ${areaIndexesV1('round_target')}
      create index round_target_round on round_target (round_id, id);
      create index round_target_organisation on round_target (organisation_id, id) where organisation_id is not null;
      create index round_target_residents on round_target using gin (resident_ids);
      ${changeTimeV1('round_target')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('rounds are never taken away: restore a back-up instead');
  }
}
