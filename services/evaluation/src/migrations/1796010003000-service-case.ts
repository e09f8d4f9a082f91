import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service cases 办件 and how each was completed, and visits at home 上门服务. */
export class ServiceCase1796010003000 implements MigrationInterface {
  readonly name = 'ServiceCase1796010003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Stream EVT_INTAKE; each event writes the columns that it knows: in any order.
      create table service_case (
        id uuid primary key,
        area_code text not null,
        opened_at timestamptz,
        asked_later boolean not null default false,
        delivered_at timestamptz,
        one_stop boolean not null default false,
        alone boolean not null default false,
        one_visit boolean not null default false,
        in_time boolean not null default false,
        rated_at timestamptz,
        satisfaction text
      );
      create table home_visit (
        id uuid primary key,
        area_code text not null,
        visited_at timestamptz
      );
      -- What each counts for is said by the definitions, which run after this.
      create trigger count_row after insert or update on service_case for each row execute function count_row();
      create trigger count_row after insert or update on home_visit for each row execute function count_row();
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
