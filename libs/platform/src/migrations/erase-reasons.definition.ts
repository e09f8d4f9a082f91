import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/**
 * Takes the words that were written with the steps of some rows out of their history. Histories are added to and never changed, by the rights of the
 * service's role; this runs as the migrator and can do nothing else.
 * @param history the table; @param key its column with the row's id
 */
export const eraseReasons = (history: string, key: string): RepeatableDefinition => ({
  name: 'erase-reasons',
  sql: `
    create or replace function erase_reasons(ids uuid[]) returns setof uuid language sql security definer set search_path from current as $$
      update ${history} set reason = null where ${key} = any(ids) and reason is not null returning ${key}
    $$;
    do $do$ begin execute format('alter function erase_reasons(uuid[]) set search_path to %I, pg_temp', current_schema); end $do$`,
});
