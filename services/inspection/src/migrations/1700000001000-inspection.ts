import { areaIndexesV1, historyTableV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Premises, checklists, visits, hazards, the monthly round, and what dispatch says of holidays. */
export class Inspection1700000001000 implements MigrationInterface {
  name = 'Inspection1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table premises (
        id uuid primary key,
        version int not null,
        code text not null,
        name text not null,
        kind text not null check (kind in (
          'catering', 'entertainment', 'teaching', 'hotel', 'shop', 'workshop', 'internet-cafe', 'leisure-fitness', 'clinic')),
        area_code text not null,
        credit_code text,
        address text not null,
        size double precision,
        status text not null check (status in ('active', 'suspended', 'closed')),
        constraint premises_code_key unique (code)
      );
      create index premises_area on premises (area_code text_pattern_ops, id);

      create table checklist (
        version int primary key,
        recheck_working_days int not null check (recheck_working_days > 0),
        items jsonb not null,
        published_at timestamptz not null,
        published_by text not null
      );

      create table visit (
        id uuid primary key,
        version int not null,
        premises_id uuid not null references premises,
        premises_code text not null,
        area_code text not null,
        checklist_version int not null references checklist,
        police text,
        grid_worker text not null,
        results jsonb not null,
        passed boolean not null,
        hazard_count int not null,
        visited_at timestamptz not null,
        recorded_by text not null
      );
      ${areaIndexesV1('visit')}
      create index visit_premises on visit (premises_code, id);

      create table hazard (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('corrected', 'ordered', 'transferred', 'rectified', 'closed', 'failed')),
        visit_id uuid not null references visit deferrable initially deferred, -- both come in one statement
        premises_id uuid not null references premises,
        premises_code text not null,
        area_code text not null,
        item_code text not null,
        severity text not null check (severity in ('minor', 'serious', 'suspected-major')),
        category_code text not null,
        urgency text not null check (urgency in ('life-safety', 'utilities', 'normal', 'complex')),
        note text,
        rectify_by timestamptz,
        with_work_order boolean not null,
        work_order_id uuid,
        recheck_working_days int not null,
        recheck_due_at timestamptz,
        warnings jsonb not null,
        found_at timestamptz not null
      );
      create index hazard_visit on hazard (visit_id);
      ${areaIndexesV1('hazard')}
      create index hazard_premises on hazard (premises_code, id);
      -- What still needs somebody: few rows of a table that only grows.
      create index hazard_open on hazard (state, id) where state in ('ordered', 'transferred', 'rectified', 'failed');

      ${historyTableV1('hazard')}

      -- The round of a month: which premises are due, and one counter an area that coverage is read from.
      create table round (
        month text primary key check (month ~ '^[0-9]{4}-[0-9]{2}$'),
        opened_at timestamptz not null
      );
      create table round_stop (
        id uuid primary key,
        version int not null,
        month text not null,
        premises_id uuid not null references premises deferrable initially deferred,
        area_code text not null,
        state text not null check (state in ('due', 'done', 'dropped')),
        visit_id uuid references visit deferrable initially deferred,
        constraint round_stop_once unique (month, premises_id)
      );
      create table round_area (
        month text not null,
        area_code text not null,
        due int not null,
        done int not null,
        primary key (month, area_code)
      );

      -- A read copy: dispatch's days off and make-up workdays.
      create table holiday (
        date date primary key,
        kind text not null check (kind in ('holiday', 'workday'))
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('inspection records are never taken away: restore a back-up instead');
  }
}
