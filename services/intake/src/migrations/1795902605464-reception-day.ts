import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reception days 居民接待日, with their history. */
export class ReceptionDay1795902605464 implements MigrationInterface {
  readonly name = 'ReceptionDay1795902605464';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reception_day (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('announced', 'held', 'closed', 'called-off')),
        area_code text not null,
        host text not null,
        place text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        topic text,
        announced_at timestamptz not null,
        visitors int,
        next_at timestamptz
      );
      ${areaIndexesV1('reception_day')}
      create index reception_day_area on reception_day (area_code, id);
      create index reception_day_state on reception_day (state, id);
      create index reception_day_next on reception_day (next_at) where next_at is not null;
      ${changeTimeV1('reception_day')}

      ${historyTableV1('reception_day')}

      -- What its visitors asked for.
      create table reception_matter (
        request_id uuid primary key,
        reception_day_id uuid not null
      );
      create index reception_matter_day on reception_matter (reception_day_id, request_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('reception days are never taken away: restore a back-up instead');
  }
}
