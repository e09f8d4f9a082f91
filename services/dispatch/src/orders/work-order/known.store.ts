import type { DeadlineEntry } from '@zero-distance/calendar';
import type { Result } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { readLedger } from '../../deadlines/deadline/deadline.store.js';
import type { DecisionContext, ReferenceSnapshot } from '../../reference/reference.js';
import type { Part } from '../part/part.js';
import { holdParts, partsOf } from '../part/part.store.js';
import { type Closing, WANTS_NOTHING } from './closing.js';
import { closingOf, shownWith } from './closing.store.js';
import type { Outcome } from './outcome.js';
import type { WorkOrderStep } from './step.js';
import type { WorkOrder } from './work-order.js';
import { countActions } from './work-order.store.js';
import type { WorkOrderAction } from './work-order.transitions.js';

/** What is read besides the order: the ledger of a parked or answered one that goes on, the parts of its co-handlers when it is answered or these change, what it takes for it to be done, and what was shown of that. */
export interface Known {
  readonly ledger: readonly DeadlineEntry[];
  readonly parts: readonly Part[];
  readonly closing: Closing;
  /** Media types of the files of the answer that stands, when it is released. */
  readonly shown: readonly string[];
  /** How often the same was said of it before, of what may be said so often only. */
  readonly saidBefore: number;
}

/** What an action is judged by, and what it comes to. */
export type Rule = (order: WorkOrder, context: DecisionContext, reference: ReferenceSnapshot, known: Known) => Result<Outcome>;

/** What else comes of an action. */
export interface Besides {
  /** Steps of the system that follow at once. */
  readonly followedBy?: (step: WorkOrderStep, context: DecisionContext) => WorkOrderStep[];
  /** Files that show it. */
  readonly files?: readonly string[];
  /** What they have to show, of what its category wants. */
  readonly mustShow?: (order: WorkOrder, wanted: readonly string[]) => readonly string[];
}

/** What each round of talk adds a line of history by. */
const SAID_AGAIN: readonly WorkOrderAction[] = ['progress', 'contact', 'appoint', 'take-back'];

/** What is judged by the parts of co-handlers. */
const BY_PARTS: readonly WorkOrderAction[] = ['reply', 'change-co-handlers'];

const DONE_BY: readonly WorkOrderAction[] = ['reply', 'confirm', 'approve'];

/** What an answered order goes on by. */
const BACK_TO_WORK: readonly WorkOrderAction[] = ['reject', 'refute', 'reassign'];

/** Reads what an action is judged by besides the order. */
export async function knownOf(tx: Tx, order: WorkOrder, action: WorkOrderAction): Promise<Known> {
  if (action === 'reply' && order.coOrganisationIds.length > 0) await holdParts(tx, order.id);
  const [ledger, parts, closing, shown, saidBefore] = await Promise.all([
    order.state === 'parked' || BACK_TO_WORK.includes(action) ? readLedger(tx, order) : [],
    BY_PARTS.includes(action) ? partsOf(tx, order) : [],
    DONE_BY.includes(action) ? closingOf(tx, order.categoryCode) : WANTS_NOTHING,
    action === 'approve' ? shownWith(tx, order) : [],
    SAID_AGAIN.includes(action) ? countActions(tx, order, action) : 0,
  ]);
  return { ledger, parts, closing, shown, saidBefore };
}
