import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What evaluation decides itself: callbacks, and the policy they follow. */
export class Callback1700000001000 implements MigrationInterface {
  name = 'Callback1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table policy (
        id uuid primary key,
        name text not null,
        version int not null,
        value jsonb not null,
        reason text,
        set_by text not null,
        set_at timestamptz not null,
        constraint policy_name_version_key unique (name, version)
      );

      create table callback (
        id uuid primary key,
        request_id uuid not null,
        request_number text not null,
        organisation_id uuid,
        area_code text not null,
        round int not null check (round >= 1),
        state text not null check (state in ('open', 'recorded')),
        possible boolean not null,
        attempts int not null default 0,
        contacted boolean,
        solved boolean,
        satisfaction text check (satisfaction in ('very-satisfied', 'satisfied', 'basically-satisfied', 'dissatisfied', 'very-dissatisfied')),
        outcome text check (outcome in ('closed', 'rework')),
        note text,
        opened_at timestamptz not null,
        recorded_at timestamptz,
        version int not null,
        constraint callback_once_a_round unique (request_id, round),
        check ((state = 'recorded') = (recorded_at is not null)),
        check ((state = 'recorded') = (outcome is not null)),
        check (contacted is true or (solved is null and satisfaction is null))
      );
      -- Lists go by id within an area, and an area is named at one of its levels: one index a level keeps each page as
      -- cheap as its rows, which a prefix test on one index could not.
      create index callback_district on callback (left(area_code, 6), id);
      create index callback_street on callback (left(area_code, 9), id);
      create index callback_community on callback (left(area_code, 12), id);
      create index callback_grid on callback (left(area_code, 15), id);
      create index callback_organisation on callback (organisation_id, id) where organisation_id is not null;
      -- What is not recorded yet stays few however many are stored.
      create index callback_open on callback (id) where state = 'open';

      create table callback_history (
        id uuid not null,
        callback_id uuid not null,
        action text not null,
        from_state text,
        to_state text not null,
        actor_id text not null,
        reason text,
        at timestamptz not null,
        primary key (id, at)
      ) partition by range (at);
      create index callback_history_callback on callback_history (callback_id, at);
      insert into partition_plan values ('callback_history', 'month', null);
      select maintain_partitions();
    `);
  }

  async down(): Promise<void> {
    throw new Error('callbacks are never taken away: restore a back-up instead');
  }
}
