import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Knocks at the doors of a round 敲门, and the needs that were found there, with their history. */
export class Knock1795984001000 implements MigrationInterface {
  readonly name = 'Knock1795984001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table knock (
        id uuid primary key,
        version int not null,
        target_id uuid not null references round_target (id),
        round_id uuid not null references round (id),
        area_code text not null,
        at timestamptz not null,
        outcome text not null check (outcome in ('met', 'not-home', 'refused', 'moved', 'empty', 'wrong-address', 'will-call')),
        said text,
        recorded_by text not null,
        recorded_at timestamptz not null,
        corrected_by text,
        correction text
      );
      create index knock_target on knock (target_id, id);
      create index knock_round on knock (round_id);

      create table knock_need (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('waiting', 'linked', 'dropped')),
        knock_id uuid not null references knock (id),
        target_id uuid not null,
        round_id uuid not null references round (id),
        area_code text not null,
        organisation_id uuid,
        need text not null check (need in ('request', 'service-order', 'key-person', 'register-correction', 'topic')),
        note text,
        linked_id uuid,
        found_at timestamptz not null,
        next_at timestamptz
      );
      ${areaIndexesV1('knock_need')}
      create index knock_need_knock on knock_need (knock_id);
      create index knock_need_round on knock_need (round_id, id);
      create index knock_need_organisation on knock_need (organisation_id, id) where organisation_id is not null;
      -- What waits stays few however many are stored.
      create index knock_need_next on knock_need (next_at) where next_at is not null;
      ${changeTimeV1('knock_need')}

      ${historyTableV1('knock_need')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('knocks are never taken away: restore a back-up instead');
  }
}
