import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Missed calls 未接来电, with their history. */
export class MissedCall1795899151461 implements MigrationInterface {
  readonly name = 'MissedCall1795899151461';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table missed_call (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('open', 'called-back', 'unreached')),
        area_code text not null,
        line text not null,
        phone text,
        phone_masked text,
        phone_index text,
        calls int not null,
        called_at timestamptz not null,
        last_called_at timestamptz not null,
        due_at timestamptz not null,
        next_at timestamptz,
        attempts int not null,
        outcome text check (outcome in ('request', 'answered', 'nothing-wanted')),
        request_id uuid,
        recorded_by uuid,
        recorded_at timestamptz not null,
        ended_at timestamptz,
        check (state = 'open' or phone is null and phone_masked is null and phone_index is null)
      );
      ${areaIndexesV1('missed_call')}
      create index missed_call_recorded_by on missed_call (recorded_by, id) where recorded_by is not null;
      -- What waits to be called back stays few however many are stored.
      create index missed_call_due on missed_call (due_at, id) where state = 'open';
      create index missed_call_next on missed_call (next_at) where next_at is not null;
      -- Of one number one waits at a time.
      create unique index missed_call_number on missed_call (area_code, phone_index) where phone_index is not null;
      ${changeTimeV1('missed_call')}

      ${historyTableV1('missed_call')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('missed calls are never taken away: restore a back-up instead');
  }
}
