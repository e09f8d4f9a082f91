import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/**
 * Takes the words that were written with the steps of some rows out of their history. Histories are added to and never changed, by the rights of the
 * service's role; this runs as the migrator and can do nothing else.
 * @param history the table; @param key its column with the row's id; @param more other histories, by their table
 */
export const eraseReasons = (history: string, key: string, more: Readonly<Record<string, string>> = {}): RepeatableDefinition => ({
  name: 'erase-reasons',
  sql: `
    create or replace function erase_reasons(ids uuid[]) returns setof uuid language sql security definer set search_path from current as $$
      ${erasing(history, key, Object.entries(more))}
    $$;
    do $do$ begin execute format('alter function erase_reasons(uuid[]) set search_path to %I, pg_temp', current_schema); end $do$`,
});

const update = (history: string, key: string) =>
  `update ${history} set reason = null where ${key} = any(ids) and reason is not null returning ${key}`;

/** One history is a plain update, as it always was: the text of a definition says whether it has to run again. */
function erasing(history: string, key: string, more: readonly (readonly [string, string])[]): string {
  if (more.length === 0) return update(history, key);
  const all = [[history, key] as const, ...more];
  const parts = all.map(([table, column], i) => `gone_${i} as (${update(table, column)})`);
  return `with ${parts.join(', ')} ${all.map((_, i) => `select * from gone_${i}`).join(' union all ')}`;
}
