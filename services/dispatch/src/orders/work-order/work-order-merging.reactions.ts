import type { EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import { keepMember, keepSuccessor, mainRequestOf, removeMember } from '../merging/merging.store.js';
import { placeByList, requestSettled } from '../work-order/work-order.reactions.js';
import { lastOrderOf } from '../work-order/work-order.store.js';
import { openAfter, openLinked } from './another-order.js';

// What merging does to orders. Each function works in the event's transaction.

/** 并单: the order of the main request answers it. Its own ends, and is not dispatched again. */
export async function requestMerged(tx: Tx, reference: ReferenceSnapshot, merged: EventData<'intake.request.merged.v1'>): Promise<void> {
  await requestSettled(tx, reference, merged.requestId, 'merged');
  keepMember(tx, merged);
}

/** 拆单: it has an order again, by the list and with the clocks of the one that ended. A dispute never had one. */
export async function requestSplitOff(
  tx: Tx,
  reference: ReferenceSnapshot,
  split: EventData<'intake.request.split-off.v1'>,
): Promise<void> {
  const last = await lastOrderOf(tx, split.requestId);
  removeMember(tx, split.requestId);
  if (split.takesOver) keepSuccessor(tx, split);
  if (last?.state === 'terminated') placeByList(tx, reference, openAfter(last, newId(), reference.contextAt(tx.now)));
}

/** The requester withdrew it: nobody asks with its main request for it any more. */
export async function requestWithdrawn(tx: Tx, reference: ReferenceSnapshot, requestId: string): Promise<void> {
  await requestSettled(tx, reference, requestId, 'request-withdrawn');
  removeMember(tx, requestId);
}

/**
 * 并单返工: one of those who had the answer of the main request was not content. The order of that goes by its own callback, so this one has a new
 * order, with the whole limit from now, that says which order gave the answer. Where an order stands, it was reworked.
 */
export async function mergedNotContent(
  tx: Tx,
  reference: ReferenceSnapshot,
  { requestId, round, outcome }: EventData<'evaluation.callback.recorded.v1'>,
): Promise<void> {
  if (outcome !== 'rework') return;
  const mainRequestId = await mainRequestOf(tx, requestId);
  if (mainRequestId === undefined) return;
  const [last, answering] = await Promise.all([lastOrderOf(tx, requestId), lastOrderOf(tx, mainRequestId)]);
  if (last?.state !== 'terminated') return;
  const begun = { id: newId(), round: round + 1, linkedOrderId: answering?.id ?? null };
  placeByList(tx, reference, openLinked(last, begun, reference.contextAt(tx.now)));
}
