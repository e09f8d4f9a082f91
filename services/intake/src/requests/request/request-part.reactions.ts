import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { canBeHandledAgain } from './part.js';
import type { RequestEntity } from './request.entity.js';
import { REQUESTS } from './request.store.js';
import { closeReplied, reopenedPart, reopenedWhole } from './request-part.store.js';

/**
 * 分办回访: asked once for all parts. What is solved is closed with its order; what is not is handled again by who had it, and all of it when nobody said
 * which. The whole waits for those, or is closed.
 */
export function wholeRecorded(
  tx: Tx,
  whole: RequestEntity,
  parts: readonly RequestEntity[],
  { outcome, unsolvedPartIds }: EventData<'evaluation.callback.recorded.v1'>,
): void {
  const isUnsolved = ({ id }: RequestEntity) => outcome === 'rework' && (unsolvedPartIds === undefined || unsolvedPartIds.includes(id));
  const again = parts.filter((part) => canBeHandledAgain(part) && isUnsolved(part));
  closeReplied(
    tx,
    parts.filter((part) => !again.includes(part)),
  );
  for (const part of again) REQUESTS.save(tx, reopenedPart(tx, part));
  if (again.length > 0) REQUESTS.save(tx, ...reopenedWhole(tx, whole, again));
  else REQUESTS.take(tx, whole, 'close', { closedAt: tx.now });
}
