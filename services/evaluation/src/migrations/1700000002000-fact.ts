import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What evaluation has heard. Each table is written by the consumer of ONE stream, so consumers that run side by side never
 * wait for one another, and each column by one event type (or by the types named beside it, the highest version winning):
 * whatever order events come in, the rows end the same.
 */
export class Fact1700000002000 implements MigrationInterface {
  name = 'Fact1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table area (
        code text primary key,
        area_id uuid not null,
        name text not null,
        kind text not null,
        comparison_type text,
        edition text not null
      );
      create index area_comparison_type on area (comparison_type, code text_pattern_ops) where comparison_type is not null;

      create table organisation (
        id uuid primary key,
        code text not null,
        name text not null
      );
      create index organisation_code on organisation (code);

      -- Stream EVT_INTAKE. number … received_at: registered or replied, which say the same.
      create table request (
        id uuid primary key,
        area_code text not null,
        number text,
        kind text,
        channel text,
        category_code text,
        publishable boolean not null default false,
        received_at timestamptz,
        answered_at timestamptz,       -- answered (on the spot)
        declined_at timestamptz,       -- declined
        withdrawn_at timestamptz,      -- withdrawn
        first_replied_at timestamptz,  -- replied: the earliest
        round int not null default 0,  -- replied: the last round, and what was said in it
        replied_at timestamptz,
        answered_by text,
        answer_id uuid,
        organisation_id uuid,
        public_answer text,
        closed_at timestamptz,         -- closed; reopened clears it
        closing_version int not null default 0
      );
      create unique index request_number on request (number);
      -- The public ledger, newest first, of everything and of an area at each level.
      create index request_ledger on request (closed_at, id) where publishable and closed_at is not null;
      create index request_ledger_district on request (left(area_code, 6), closed_at, id) where publishable and closed_at is not null;
      create index request_ledger_street on request (left(area_code, 9), closed_at, id) where publishable and closed_at is not null;
      create index request_ledger_community on request (left(area_code, 12), closed_at, id) where publishable and closed_at is not null;

      -- Stream EVT_DISPATCH.
      create table work_order (
        id uuid primary key,
        area_code text not null,
        dispatched_at timestamptz,     -- dispatched: the earliest
        due_at timestamptz,            -- dispatched; returned and terminated clear it
        due_version int not null default 0,
        answered_at timestamptz,       -- approved: the earliest reply
        on_time boolean,               -- approved: every reply was
        closed_at timestamptz,         -- closed; reworked clears it
        closing_version int not null default 0
      );

      -- Stream EVT_CASE_MEDIATION.
      create table mediation_case (
        id uuid primary key,
        area_code text not null,
        accepted_at timestamptz,       -- accepted
        agreed_at timestamptz          -- agreed
      );

      -- Stream EVT_INSPECTION.
      create table visit (
        id uuid primary key,
        area_code text not null,
        visited_at timestamptz not null,
        passed boolean not null
      );
      create table hazard (
        id uuid primary key,
        area_code text not null,
        found_at timestamptz,          -- found
        settled_at timestamptz         -- corrected or closed: both are final
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was heard is never taken away: restore a back-up instead');
  }
}
