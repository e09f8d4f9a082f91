import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { MissedCallDetailDto, MissedCallDto } from './missed-call.dto.js';
import { isOverdue, type MissedCall } from './missed-call.js';
import { MISSED_CALL_TRANSITIONS, type MissedCallState } from './missed-call.transitions.js';

/** To whom it is shown, and when. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
}

/** What the caller sees of a missed call, and may do with it. */
export const toMissedCallDto = (found: MissedCall, { actor, now }: View): MissedCallDto => ({
  id: found.id,
  version: found.version,
  state: found.state,
  actions: MISSED_CALL_TRANSITIONS.allowed(found.state, actor, { ...found, now }),
  areaCode: found.areaCode,
  line: found.line,
  phone: found.phoneMasked,
  calls: found.calls,
  calledAt: found.calledAt.toISOString(),
  lastCalledAt: found.lastCalledAt.toISOString(),
  dueAt: found.dueAt.toISOString(),
  overdue: isOverdue(found, now),
  attempts: found.attempts,
  attemptNotBefore: found.attemptNotBefore?.toISOString() ?? null,
  outcome: found.outcome,
  requestId: found.requestId,
  endedAt: found.endedAt?.toISOString() ?? null,
});

/** The same with what was done about it. */
export const toMissedCallDetailDto = (
  found: MissedCall,
  history: readonly HistoryEntity<MissedCallState>[],
  view: View,
): MissedCallDetailDto => ({
  ...toMissedCallDto(found, view),
  history: history.map(toHistoryLine),
});
