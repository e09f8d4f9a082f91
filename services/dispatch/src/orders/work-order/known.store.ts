import type { DeadlineEntry } from '@zero-distance/calendar';
import type { ReadTx } from '@zero-distance/persistence';
import { readLedger } from '../../deadlines/deadline/deadline.store.js';
import type { Part } from '../part/part.js';
import { partsOf } from '../part/part.store.js';
import { type Closing, WANTS_NOTHING } from './closing.js';
import { closingOf } from './closing.store.js';
import type { WorkOrder } from './work-order.js';
import type { WorkOrderAction } from './work-order.transitions.js';

/** What is read besides the order: the ledger of a parked one, the parts of its co-handlers when it is answered, and what it takes for it to be done. */
export interface Known {
  readonly ledger: readonly DeadlineEntry[];
  readonly parts: readonly Part[];
  readonly closing: Closing;
}

/** Reads what an action is judged by besides the order. */
export async function knownOf(tx: ReadTx, order: WorkOrder, action: WorkOrderAction): Promise<Known> {
  const [ledger, parts, closing] = await Promise.all([
    order.state === 'parked' ? readLedger(tx, order) : [],
    action === 'reply' ? partsOf(tx, order) : [],
    action === 'reply' || action === 'confirm' ? closingOf(tx, order.categoryCode) : WANTS_NOTHING,
  ]);
  return { ledger, parts, closing };
}
