import type { RepeatableDefinition } from './repeatable-definition.js';

/** Undoes a statement whose changes did not touch the rows they had to (`statement.ts`); -1 means any number. */
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
