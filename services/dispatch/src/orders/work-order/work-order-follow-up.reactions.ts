import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import type { MatterTexts } from '@zero-distance/platform';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import { keepFollowUp, takeBackFollowUp } from '../follow-up/follow-up.store.js';
import { takeAsSystem } from './step.js';
import { urged } from './supervision.js';
import { isWithLead } from './work-order.js';
import { findBySource, saveSteps } from './work-order.store.js';

/**
 * 追加: the order of the request shows it to who has it, and so many urges remind them. Nobody is reminded of what
 * nobody has, or has answered. A dispute never had an order.
 */
export async function requestFollowedUp(
  tx: Tx,
  reference: ReferenceSnapshot,
  texts: MatterTexts,
  followUp: EventData<'intake.request.followed-up.v1'>,
): Promise<void> {
  if (followUp.kind === 'dispute') return;
  const { requestId, followUpId: id, at, followUp: kind, channel, urges } = followUp;
  keepFollowUp(tx, { id, requestId, at: new Date(at), kind, channel, sealedText: texts.followUpToKeep(followUp) });
  const context = reference.contextAt(tx.now);
  if (kind !== 'urge' || urges % context.policies['urges-to-remind'] !== 0) return;
  const order = await findBySource(tx, 'request', requestId);
  const outcome = order && isWithLead(order) ? urged(order, context) : undefined;
  if (order && outcome) saveSteps(tx, takeAsSystem(order, 'remind', context, outcome));
}

/** 收回追加: it was said of this request by mistake, so nobody reads it in its order any more. Only what somebody urges reminds, and that is never taken back. */
export function followUpTakenBack(tx: Tx, taken: EventData<'intake.request.follow-up-taken-back.v1'>): void {
  if (taken.kind === 'dispute') return;
  const { followUpId: id, requestId, at, followUp: kind, channel } = taken;
  takeBackFollowUp(tx, { id, requestId, at: new Date(at), kind, channel });
}
