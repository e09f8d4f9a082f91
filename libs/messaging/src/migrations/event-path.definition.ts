import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/** Events that were emitted and are not in the stream yet. */
export const OUTBOX_PENDING: RepeatableDefinition = {
  name: 'outbox-pending',
  sql: 'create or replace view outbox_pending as select * from outbox where id > (select last_id from relay_position)',
};

/** Makes a function that runs as the migrator look in its own schema only, and not in the caller's temporary tables. */
const asMigrator = (call: string): string => `
    do $do$ begin execute format('alter function ${call} set search_path to %I, pg_temp', current_schema); end $do$`;

/**
 * Makes the partitions of the next days or months and drops those that are kept no longer, but never one with an unpublished event. The
 * service's role may not change tables, so this runs as the migrator. A lock on a table that only the migrator can lock serialises calls.
 */
export const MAINTAIN_PARTITIONS: RepeatableDefinition = {
  name: 'maintain-partitions',
  sql: `
    create or replace function maintain_partitions() returns void language plpgsql security definer set search_path from current as $$
      declare plan partition_plan; piece timestamptz; step interval; piece_name text; old record; is_pending boolean;
      begin
        lock table partition_plan in share row exclusive mode;
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
      end $$;${asMigrator('maintain_partitions()')}`,
};

/**
 * Makes this session its service's leader if there is none, until the session ends. Advisory locks belong to the whole database, so the
 * roles may not take them; this function takes only one.
 */
export const TAKE_OWNERSHIP: RepeatableDefinition = {
  name: 'take-ownership',
  sql: `
    create or replace function take_ownership() returns boolean language sql security definer set search_path from current as $$
        select pg_catalog.pg_try_advisory_lock(pg_catalog.hashtext('owner:' || replace(current_schema, '_', '-')))
      $$;${asMigrator('take_ownership()')}`,
};
