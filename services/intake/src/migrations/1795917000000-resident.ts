import { areaIndexesV1, changeTimeV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Residents 村居民 with their history, the groups that they belong to, and their identity numbers by keyed hash. */
export class Resident1795917000000 implements MigrationInterface {
  readonly name = 'Resident1795917000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resident (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('registered', 'left', 'merged', 'erased')),
        area_code text not null,
        file text,
        name_masked text,
        id_number_masked text,
        phone_masked text,
        phone_index text,
        groups text[] not null,
        consent_on date not null,
        consent_way text not null,
        registered_by uuid,
        registered_at timestamptz not null,
        checked_at timestamptz not null,
        leaving text,
        main_resident_id uuid,
        next_at timestamptz
      );
      ${areaIndexesV1('resident')}
      create index resident_registered_by on resident (registered_by, id) where registered_by is not null;
      create index resident_state on resident (state, id);
      create index resident_phone on resident (phone_index, id) where phone_index is not null;
      create index resident_groups on resident using gin (groups);
      create index resident_main on resident (main_resident_id) where main_resident_id is not null;
      create index resident_next on resident (next_at) where next_at is not null;
      ${changeTimeV1('resident')}

      ${historyTableV1('resident')}

      -- Of one identity number there is one file.
      create table resident_id_number (
        id_index text primary key,
        resident_id uuid not null unique
      );

      create table resident_group (
        id uuid primary key,
        code text not null unique,
        name text not null,
        retired_on date,
        version int not null default 1
      );
      ${changeTimeV1('resident_group')}

      create table group_membership (
        id uuid primary key,
        resident_id uuid not null,
        group_code text not null,
        since date not null,
        until date,
        source text not null
      );
      create index group_membership_resident on group_membership (resident_id, since);
      create index group_membership_group on group_membership (group_code, since);
    `);
  }

  async down(): Promise<void> {
    throw new Error('residents are never taken away: restore a back-up instead');
  }
}
