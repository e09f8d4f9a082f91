import type { Tx } from '@zero-distance/persistence';
import { BlindIndex } from '@zero-distance/personal-data';
import { config } from '../../config.js';

/** What is counted once under a number that other systems know it by. */
type Counted = 'request' | 'call' | 'service-case';

const index = new BlindIndex(config.BLIND_INDEX_KEY);

/** 已计编号: the number as it stands in `counted_reference` once it was erased with what was counted under it. */
export const countedIndex = (kind: Counted, number: string): string => index.of(`counted ${kind} ${number}`);

/**
 * Holds a number until the transaction ends, before it is looked at whether it is counted: whoever takes in the same meanwhile, here or from a file, waits and
 * finds it. Nobody ever sees the row that it is held by, and it is gone with the transaction. Who holds several holds that of the request before that of its call.
 */
export async function holdNumber(tx: Tx, kind: Counted, number: string): Promise<void> {
  const held = [countedIndex(kind, number)];
  await tx.execute('insert into reference_hold (reference_index) values ($1)', held);
  tx.write('delete from reference_hold where reference_index = $1', held);
}

/** Queues that what was counted under a number stays counted, though the number goes. */
export const keepCounted = (tx: Tx, kind: Counted, number: string): void =>
  tx.upsert('insert into counted_reference (reference_index) values ($1) on conflict do nothing', [countedIndex(kind, number)]);
