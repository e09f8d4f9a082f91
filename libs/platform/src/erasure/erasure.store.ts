import type { ErasurePlace } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';

/** So many are told of at once. */
const BATCH = 100;

/** What a service has taken away of a matter. */
export interface ErasureRow {
  readonly id: string;
  readonly matterId: string;
  readonly at: Date;
  readonly removed: Readonly<Partial<Record<ErasurePlace, number>>>;
  readonly kept: readonly { readonly place: ErasurePlace; readonly until: string }[];
}

/** Erasures that are finished and not told of yet, the oldest first. @param unfinished the condition that something of an erasure `e` is still there */
export const untoldErasures = (tx: ReadTx, unfinished: string): Promise<ErasureRow[]> =>
  tx.page<ErasureRow & Record<string, unknown>>(
    `select e.id, e.matter_id as "matterId", e.at, e.removed, e.kept from erasure e
     where e.told_at is null and not (${unfinished}) order by e.at limit ${BATCH}`,
  );

/** Queues that an erasure was told of. Who is slower fails, and finds it told. */
export const markTold = (tx: Tx, { id }: ErasureRow): void =>
  tx.write('update erasure set told_at = $2 where id = $1 and told_at is null', [id, tx.now]);
