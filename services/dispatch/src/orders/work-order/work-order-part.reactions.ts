import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import { NO_CHANGES, reworked } from './outcome.js';
import { assertAt, follow } from './work-order.reactions.js';
import { findBySource } from './work-order.store.js';

// What becomes of the orders of the parts of a divided request 分办. Its requester is asked once, about the whole: of each part, intake tells what
// follows. A part in mediation, or one that a clerk answered, has no order.

/** 分项办结: its answer stands. */
export async function partClosed(
  tx: Tx,
  reference: ReferenceSnapshot,
  { requestId }: EventData<'intake.request.closed.v1'>,
): Promise<void> {
  const order = await findBySource(tx, 'request', requestId);
  if (!order) return;
  assertAt(order, 'approved', order.round);
  follow(tx, reference, order, 'close', () => NO_CHANGES);
}

/** 分项重办: the requester was not content with it. */
export async function partNotContent(
  tx: Tx,
  reference: ReferenceSnapshot,
  { requestId, round }: EventData<'intake.request.reopened.v1'>,
): Promise<void> {
  const order = await findBySource(tx, 'request', requestId);
  if (!order) return;
  assertAt(order, 'approved', round - 1);
  follow(tx, reference, order, 'rework', (context) => reworked(order, 'requester-not-content', context));
}
