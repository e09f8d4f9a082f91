import type { RepeatableDefinition } from './repeatable-definition.js';

/**
 * Keeps the times of {@link changeTimeV1}, whoever changes a row and in which statement. The time is that at which the transaction began: the
 * oldest transaction that is open then tells how far the list of changes is settled (the platform's `settledBefore`).
 */
export const changeTimes = (tables: readonly string[]): RepeatableDefinition => ({
  name: 'change-times',
  sql: `
    create or replace function note_change() returns trigger language plpgsql as $$
      begin
        new.updated_at := now();
        return new;
      end $$;
    ${tables
      .map((table) => `create or replace trigger note_change before update on ${table} for each row execute function note_change();`)
      .join('\n    ')}`,
});
