import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the event path, the same in every service's schema; the first migration of each.
 * Run by the migrator role with the schema as search_path.
 */
export class EventPath1700000000000 implements MigrationInterface {
  name = 'EventPath1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Every event that was emitted: only ever inserted, and kept for some days after it was published, because a broker can
      -- lose what it acknowledged.
      create sequence outbox_id_seq;
      create table outbox (
        id bigint not null default nextval('outbox_id_seq'),
        event_id uuid not null,
        subject text not null,
        headers text not null,
        body text not null,
        created_at timestamptz not null default now()
      ) partition by range (created_at);
      create index outbox_id on outbox (id);

      -- Up to which id the stream has everything. The generation counts how often an operator set it back.
      create table relay_position (
        only_row boolean primary key default true check (only_row),
        last_id bigint not null,
        generation int not null
      );
      insert into relay_position (last_id, generation) values (0, 0);

      create view outbox_pending as select * from outbox where id > (select last_id from relay_position);

      -- How far each consumer has come with each aggregate: the duplicate check and the order check in one row.
      create table inbox (
        consumer text not null,
        aggregate_id uuid not null,
        version int not null,
        handled_at timestamptz not null default now(),
        primary key (aggregate_id, consumer)
      ) with (fillfactor = 70);

      create table dead_letter (
        id uuid primary key,
        state text not null default 'waiting' check (state in ('waiting', 'replayed', 'discarded')),
        event_id text not null,
        event_type text not null,
        consumer text not null,
        headers jsonb not null,
        body text not null,
        error text not null,
        tries int not null,
        failed_at timestamptz not null,
        settled_at timestamptz,
        settled_by text,
        version int not null default 1
      );
      create unique index dead_letter_once on dead_letter (consumer, event_id);
      create index dead_letter_state on dead_letter (state, id);

      -- Messages that run alone at this moment, or did when the process died.
      create table suspect (
        consumer text not null,
        message_id text not null,
        times int not null default 1,
        primary key (consumer, message_id)
      );

      create table idempotency (
        client_id text not null,
        key text not null,
        request_hash text not null,
        answer jsonb,
        created_at timestamptz not null default now(),
        primary key (client_id, key)
      );
      create index idempotency_created_at on idempotency (created_at);

      -- Undoes a statement whose changes did not touch the rows they had to; -1 means any number.
      create function expect_rows(got bigint[], wanted int[]) returns void language plpgsql as $$
      begin
        for i in 1 .. coalesce(array_length(wanted, 1), 0) loop
          if wanted[i] >= 0 and got[i] <> wanted[i] then
            raise exception 'change % touched % rows, not %', i, got[i], wanted[i] using errcode = 'ZD001', detail = i::text;
          end if;
        end loop;
      end $$;

      -- Which tables are cut by time, how finely, and how long a piece is kept (null: for good).
      create table partition_plan (
        table_name text primary key,
        period text not null check (period in ('day', 'month')),
        keep interval
      );
      insert into partition_plan values ('outbox', 'day', interval '7 days');

      -- Makes the pieces of the next days or months and drops those past their keep; never one with an event that waits to be
      -- published. The service's role may not change tables, so this runs as the migrator.
      create function maintain_partitions() returns void language plpgsql security definer set search_path from current as $$
      declare plan partition_plan; piece timestamptz; step interval; piece_name text; old record; is_pending boolean;
      begin
        perform pg_advisory_xact_lock(hashtext('maintain_partitions'));
        for plan in select * from partition_plan loop
          step := case plan.period when 'day' then interval '1 day' else interval '1 month' end;
          for ahead in 0 .. 3 loop
            piece := date_trunc(plan.period, now() at time zone 'UTC') at time zone 'UTC' + ahead * step;
            piece_name := plan.table_name || '_' || to_char(piece at time zone 'UTC', 'YYYYMMDD');
            if to_regclass(piece_name) is null then
              execute format('create table %I partition of %I for values from (%L) to (%L)', piece_name, plan.table_name, piece, piece + step);
            end if;
          end loop;
          continue when plan.keep is null;
          for old in
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = to_regclass(plan.table_name)
              and right(c.relname, 8) < to_char((now() - plan.keep - step) at time zone 'UTC', 'YYYYMMDD')
          loop
            if plan.table_name = 'outbox' then
              execute format('select exists (select from %I where id > (select last_id from relay_position))', old.relname) into is_pending;
              continue when is_pending;
            end if;
            execute format('drop table %I', old.relname);
          end loop;
        end loop;
      end $$;
      select maintain_partitions();
    `);
  }

  async down(): Promise<void> {
    throw new Error('the event path is never taken away from a service: restore a back-up instead');
  }
}
