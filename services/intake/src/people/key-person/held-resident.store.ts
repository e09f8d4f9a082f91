import type { Tx } from '@zero-distance/persistence';

/** Keeps what is done to the files of a resident and to their care at once one behind the other. In the order of ids, so that nobody waits for each other. */
export const holdResidents = (tx: Tx, ...ids: readonly string[]): Promise<unknown> =>
  tx.execute('select from resident where id = any($1::uuid[]) order by id for update', [ids]);
