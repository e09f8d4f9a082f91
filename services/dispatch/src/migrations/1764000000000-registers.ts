import { policyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, responsibility list, policies and holidays, and the revision that tells when any of them changed. */
export class Registers1764000000000 implements MigrationInterface {
  name = 'Registers1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (
        id uuid primary key,
        code text not null constraint organisation_code_key unique,
        name text not null,
        kind text not null check (kind in ('department', 'street', 'community', 'utility')),
        area_code text not null,
        version int not null
      );

      -- Every version of every entry; a later one ends the one before it.
      create table responsibility (
        id uuid primary key,
        code text not null,
        version int not null,
        category_prefix text not null check (category_prefix ~ '^([0-9]{2}){0,3}$'),
        area_prefix text not null check (area_prefix ~ '^([0-9]{6}([0-9]{3}){0,3})?$'),
        lead_organisation_id uuid not null references organisation,
        co_organisation_ids uuid[] not null default '{}',
        effective_from timestamptz not null,
        effective_to timestamptz check (effective_to >= effective_from),
        note text,
        set_by text not null,
        set_at timestamptz not null,
        constraint responsibility_code_version_key unique (code, version)
      );
      create index responsibility_prefixes on responsibility (category_prefix, area_prefix);

      ${policyTableV1()}

      create table holiday (
        id uuid primary key,
        date date not null constraint holiday_date_key unique,
        kind text not null check (kind in ('holiday', 'workday')),
        name text not null,
        set_at timestamptz not null,
        version int not null
      );

      create table register_revision (
        single boolean primary key default true check (single),
        revision int not null
      );
      insert into register_revision (revision) values (1);
    `);
  }

  async down(): Promise<void> {
    throw new Error('the registers are never taken away: restore a back-up instead');
  }
}
