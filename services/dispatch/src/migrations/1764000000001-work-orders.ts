import { areaIndexesV1, wordDomainV1 } from '@zero-distance/persistence/migrations';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work orders, who takes part in them, their deadline ledger and their history. */
export class WorkOrders1764000000001 implements MigrationInterface {
  name = 'WorkOrders1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Domains, not checks of the table: a domain checks only what is written, with an expression that is parsed once a
      -- connection; a check is parsed again by each statement that touches the table (docs/decisions/0014).
      ${wordDomainV1('work_order_type', ['request', 'hazard-rectification'])}
      ${wordDomainV1('urgency', ['life-safety', 'utilities', 'normal', 'complex'])}
      ${wordDomainV1('work_order_state', ['pending', 'dispatched', 'accepted', 'in-progress', 'replied', 'approved', 'closed', 'terminated'])}
      ${wordDomainV1('reminder_level', ['reminder', 'yellow', 'red'])}
      ${wordDomainV1('reply_result', ['solved', 'explained', 'unsolvable'])}
      ${wordDomainV1('deadline_kind', ['granted', 'calendar_changed'])}
      ${wordDomainV1('deadline_unit', ['hour', 'natural_day', 'working_day'])}
      create domain round as int check (value >= 1);

      create table work_order (
        id uuid primary key,
        version int not null,
        type work_order_type not null,
        source_id uuid not null,
        source_number text,
        request_kind text,
        category_code text not null,
        area_code text not null,
        urgency urgency not null,
        state work_order_state not null,
        round round not null,
        received_at timestamptz not null,
        opened_at timestamptz not null,
        -- No foreign key to organisations: one that was registered is never taken away, and each order would take a share lock on the
        -- one row of a busy bureau.
        lead_organisation_id uuid,
        co_organisation_ids uuid[] not null default '{}',
        route jsonb,
        dispatch_due_at timestamptz not null,
        dispatched_at timestamptz,
        sign_due_at timestamptz,
        return_until timestamptz,
        counted_from timestamptz not null,
        feedback_due_at timestamptz not null,
        step_due_at timestamptz,
        reminder_level reminder_level,
        next_reminder_at timestamptz,
        replied_at timestamptz,
        on_time boolean,
        reply_result reply_result,
        reply_text text,
        public_answer text,
        -- Pending is with nobody, terminated with whom it was, the rest with somebody.
        check (case state when 'pending' then lead_organisation_id is null when 'terminated' then true else lead_organisation_id is not null end)
      ) with (fillfactor = 85);
      -- One order stands for a source; those that were terminated no longer do.
      create unique index work_order_source on work_order
        (source_id, type, (case when state = 'terminated' then id else '00000000-0000-0000-0000-000000000000' end));
      ${areaIndexesV1('work_order')}
      -- A desk's list, of one state and any area: those still open stay few however many were closed.
      create index work_order_state on work_order (state, id) where state <> 'closed';
      create index work_order_overdue on work_order (step_due_at) where step_due_at is not null;
      create index work_order_reminder on work_order (next_reminder_at) where next_reminder_at is not null;

      -- What follows belongs to an order and is only written together with it, so no foreign key has to look it up once more.
      -- Lead and co-handlers, so that the list of each is one index scan; is_open keeps the list of its unfinished orders short.
      create table work_order_organisation (
        organisation_id uuid not null,
        work_order_id uuid not null,
        is_open boolean not null default true,
        primary key (organisation_id, work_order_id)
      );
      create index work_order_organisation_open on work_order_organisation (organisation_id, work_order_id) where is_open;
      create index work_order_organisation_order on work_order_organisation (work_order_id);

      create table deadline_entry (
        id uuid not null,
        work_order_id uuid not null,
        round round not null,
        kind deadline_kind not null,
        at timestamptz not null,
        amount numeric,
        unit deadline_unit,
        edition text,
        primary key (work_order_id, round, id),
        check (case kind when 'granted' then num_nulls(amount, unit) = 0 and edition is null
          else num_nonnulls(amount, unit) < 2 and edition is not null end)
      );

      create table work_order_history (
        id uuid not null,
        work_order_id uuid not null,
        action text not null,
        from_state text,
        to_state text not null,
        actor_id text not null,
        reason_code text,
        reason text,
        at timestamptz not null
      ) partition by range (at);
      create index work_order_history_order on work_order_history (work_order_id, at);
      insert into partition_plan values ('work_order_history', 'month', null);
      select maintain_partitions();
    `);
  }

  async down(): Promise<void> {
    throw new Error('work orders are never taken away: restore a back-up instead');
  }
}
