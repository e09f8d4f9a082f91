import type { RepeatableDefinition } from './repeatable-definition.js';

/**
 * Fails a transaction in which a write touched another number of rows than it had to (`queued-write.ts`). It takes lists, and -1 for any
 * number, because processes of the versions before call it so.
 */
export const EXPECT_ROWS: RepeatableDefinition = {
  name: 'expect-rows',
  sql: `
    create or replace function expect_rows(got bigint[], wanted int[]) returns void language plpgsql as $$
      begin
        for i in 1 .. coalesce(array_length(wanted, 1), 0) loop
          if wanted[i] >= 0 and got[i] <> wanted[i] then
            raise exception 'change % touched % rows, not %', i, got[i], wanted[i] using errcode = 'ZD001', detail = i::text;
          end if;
        end loop;
      end $$`,
};
