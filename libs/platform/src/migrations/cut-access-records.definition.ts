import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/**
 * Takes the oldest access records away, so many at a time; gives how many. Records are added to and never changed, by the rights of the service's role;
 * this runs as the migrator, and takes away only what is older than six months, whatever it is asked for. What proves an erasure stays.
 */
export const CUT_ACCESS_RECORDS: RepeatableDefinition = {
  name: 'cut-access-records',
  sql: `
    create or replace function cut_access_records(before timestamptz, most int) returns int language plpgsql security definer set search_path from current as $$
      declare cut int;
      begin
        if before > now() - interval '6 months' then
          raise exception 'records of access are kept for six months at least';
        end if;
        delete from access_record where id in
          (select id from access_record where action <> 'erase' and at < before order by at limit most);
        get diagnostics cut = row_count;
        return cut;
      end $$;
    do $do$ begin execute format('alter function cut_access_records(timestamptz, int) set search_path to %I, pg_temp', current_schema); end $do$`,
};
