import type { Sql } from './entity-sql.js';
import { ConcurrentChange } from './failures.js';

/** A change that waits to be sent. */
export interface QueuedWrite extends Sql {
  /** How many rows it has to touch: another number fails the transaction. Any number will do when this is left out. */
  readonly rows?: number;
  /** Of an update by id and version: what locks the row for the next try when somebody else has changed it. */
  readonly lock?: Sql;
}

/** What `expect_rows` raises. */
const WRONG_ROW_COUNT = 'ZD001';

/** The change with its rows counted by Postgres: COMMIT is on its way before this process sees a count. */
export function withRowCheck({ text, params, rows }: QueuedWrite): Sql {
  if (rows === undefined) return { text, params };
  const wanted = `$${params.length + 1}::int`;
  return {
    text: `with changed as (${text} returning 1) select expect_rows(array[count(*)], array[${wanted}]) from changed having count(*) <> ${wanted}`,
    params: [...params, rows],
  };
}

/** What the failure of a change means: an update that found no row of its version has lost a race. */
export const explainFailure =
  ({ lock }: QueuedWrite) =>
  (error: Error): Error =>
    lock && (error as { code?: string }).code === WRONG_ROW_COUNT ? new ConcurrentChange(lock) : error;
