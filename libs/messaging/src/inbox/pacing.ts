/** The most messages of one transaction, and the most that the broker leaves unacknowledged. */
export const LARGEST_BATCH = 500;
/** Fewer messages than this are little load. */
const FEW = 4;
/** Milliseconds from the beginning of one batch to the beginning of the next. */
const PACE_MS = { few: 25, many: 60 };

/**
 * Milliseconds to rest after a batch. The first event after a quiet moment is handled at once. Under load the events that arrive during the rest
 * share one transaction, which is most of what handling an event costs. Few events mean a short rest: not many more will come. After a full
 * batch there is no rest, since the next one is waiting.
 */
export function restAfter(messages: number, tookMs: number): number {
  if (messages >= LARGEST_BATCH) return 0;
  return Math.max(0, (messages < FEW ? PACE_MS.few : PACE_MS.many) - tookMs);
}
