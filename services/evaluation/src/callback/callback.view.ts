import type { Actor } from '@zero-distance/kernel';
import type { CallbackDto } from './callback.dto.js';
import { type Callback, callbackDueAt } from './callback.js';
import { CALLBACK_TRANSITIONS } from './callback.transitions.js';

/** For whom, when and by which limit a callback is shown. */
export interface CallbackView {
  readonly actor: Actor;
  readonly now: Date;
  readonly limitHours: number;
}

/** What the caller sees of a callback, and may do with it. */
export function toCallbackDto(callback: Callback, { actor, now, limitHours }: CallbackView): CallbackDto {
  const dueAt = callbackDueAt(callback, limitHours);
  const { barredOrganisationIds, barredAccountIds, ...shown } = callback;
  return {
    ...shown,
    parts: callback.parts && [...callback.parts],
    unsolvedPartIds: callback.unsolvedPartIds && [...callback.unsolvedPartIds],
    attemptNotBefore: callback.attemptNotBefore?.toISOString() ?? null,
    openedAt: callback.openedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    overdue: dueAt !== null && dueAt <= now,
    recordedAt: callback.recordedAt?.toISOString() ?? null,
    actions: CALLBACK_TRANSITIONS.allowed(callback.state, actor, { ...callback, now }),
  };
}
