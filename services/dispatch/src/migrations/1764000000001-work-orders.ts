import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work orders, who takes part in them, their deadline ledger and their history. */
export class WorkOrders1764000000001 implements MigrationInterface {
  name = 'WorkOrders1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table work_order (
        id uuid primary key,
        version int not null,
        type text not null check (type in ('request', 'hazard-rectification')),
        source_id uuid not null,
        source_number text,
        request_kind text,
        category_code text not null,
        area_code text not null,
        urgency text not null check (urgency in ('life-safety', 'utilities', 'normal', 'complex')),
        state text not null check
          (state in ('pending', 'dispatched', 'accepted', 'in-progress', 'replied', 'approved', 'closed', 'terminated')),
        round int not null check (round >= 1),
        received_at timestamptz not null,
        opened_at timestamptz not null,
        lead_organisation_id uuid references organisation,
        co_organisation_ids uuid[] not null default '{}',
        route jsonb,
        dispatch_due_at timestamptz not null,
        dispatched_at timestamptz,
        sign_due_at timestamptz,
        return_until timestamptz,
        counted_from timestamptz not null,
        feedback_due_at timestamptz not null,
        step_due_at timestamptz,
        reminder_level text check (reminder_level in ('reminder', 'yellow', 'red')),
        next_reminder_at timestamptz,
        replied_at timestamptz,
        on_time boolean,
        reply_result text check (reply_result in ('solved', 'explained', 'unsolvable')),
        reply_text text,
        public_answer text,
        check ((state = 'pending') <= (lead_organisation_id is null)),
        check ((state in ('dispatched', 'accepted', 'in-progress', 'replied', 'approved', 'closed')) <= (lead_organisation_id is not null))
      ) with (fillfactor = 85);
      -- One order stands for a source; those that were terminated no longer do.
      create unique index work_order_source on work_order
        (source_id, type, (case when state = 'terminated' then id else '00000000-0000-0000-0000-000000000000' end));
      -- Lists go newest first within an area, and an area is named at one of its levels: an index a level keeps a page as cheap as
      -- its rows (ADR 0008).
      create index work_order_district on work_order (left(area_code, 6), id);
      create index work_order_street on work_order (left(area_code, 9), id);
      create index work_order_community on work_order (left(area_code, 12), id);
      -- A desk's list, of one state and any area: those still open stay few however many were closed.
      create index work_order_state on work_order (state, id) where state <> 'closed';
      create index work_order_overdue on work_order (step_due_at) where step_due_at is not null;
      create index work_order_reminder on work_order (next_reminder_at) where next_reminder_at is not null;

      -- Lead and co-handlers, so that the list of each is one index scan; is_open keeps the list of its unfinished orders short.
      create table work_order_organisation (
        organisation_id uuid not null references organisation,
        work_order_id uuid not null references work_order,
        is_open boolean not null default true,
        primary key (organisation_id, work_order_id)
      );
      create index work_order_organisation_open on work_order_organisation (organisation_id, work_order_id) where is_open;
      create index work_order_organisation_order on work_order_organisation (work_order_id);

      create table deadline_entry (
        id uuid not null,
        work_order_id uuid not null references work_order,
        round int not null,
        kind text not null check (kind in ('granted', 'calendar_changed')),
        at timestamptz not null,
        amount numeric,
        unit text check (unit in ('hour', 'natural_day', 'working_day')),
        edition text,
        primary key (work_order_id, round, id),
        check ((kind = 'granted') = (amount is not null and unit is not null)),
        check ((kind = 'calendar_changed') = (edition is not null))
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
