import type { HistoryEntity } from './history.entity.js';

/** A line of a history, as answers have it. */
export const toHistoryLine = <S extends string>({ action, fromState, toState, actorId, reason, at }: HistoryEntity<S>) => ({
  action,
  from: fromState,
  to: toState,
  actorId,
  reason,
  at: at.toISOString(),
});
