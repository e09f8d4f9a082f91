import type { CallbackOutcome, EventData, Satisfaction } from '@zero-distance/contracts';
import { type Actor, newId, ok, type Result, SYSTEM } from '@zero-distance/kernel';
import { CALLBACK_TRANSITIONS, type CallbackState } from './callback.transitions.js';

/** 回访: the requester is asked about one round of a request: reached? solved? how satisfied? */
export interface Callback {
  readonly id: string;
  readonly requestId: string;
  readonly requestNumber: string;
  /** Who answered; null for a mediation. */
  readonly organisationId: string | null;
  readonly areaCode: string;
  readonly round: number;
  readonly state: CallbackState;
  /** There was somebody to call. Only such a callback is effective 有效回访, whether they were reached or not. */
  readonly possible: boolean;
  readonly attempts: number;
  readonly contacted: boolean | null;
  readonly solved: boolean | null;
  readonly satisfaction: Satisfaction | null;
  readonly outcome: CallbackOutcome | null;
  readonly note: string | null;
  readonly openedAt: Date;
  readonly recordedAt: Date | null;
  readonly version: number;
}

/** How often to try, and how many rounds a request may take (policies `callback-attempts`, `callback-rounds`). */
export interface CallbackPolicy {
  readonly attempts: number;
  readonly rounds: number;
}

/** What the requester said. */
export interface CallbackAnswer {
  readonly solved: boolean;
  readonly satisfaction: Satisfaction;
  readonly note: string | null;
}

const UNHAPPY: readonly Satisfaction[] = ['dissatisfied', 'very-dissatisfied'];
const NOT_REACHED = { contacted: false, solved: null, satisfaction: null, outcome: 'closed' } as const;

/** A reply opens the callback of its round; with nobody to call it is over at once (version 2: opened, given up). */
export function openCallback(reply: EventData<'intake.request.replied.v1'>, now: Date): Callback {
  const open: Callback = {
    id: newId(),
    requestId: reply.requestId,
    requestNumber: reply.number,
    organisationId: reply.organisationId,
    areaCode: reply.areaCode,
    round: reply.round,
    state: 'open',
    possible: reply.callbackPossible,
    attempts: 0,
    contacted: null,
    solved: null,
    satisfaction: null,
    outcome: null,
    note: null,
    openedAt: now,
    recordedAt: null,
    version: 1,
  };
  return reply.callbackPossible ? open : giveUp(open, now);
}

/** Not reached this time. After the last attempt the callback is over too, so the version may count up by two. */
export function attemptCallback(callback: Callback, actor: Actor, policy: CallbackPolicy, now: Date): Result<Callback> {
  const row = CALLBACK_TRANSITIONS.decide(callback.state, 'attempt', actor, callback);
  if (!row.ok) return row;
  const tried = { ...callback, attempts: callback.attempts + 1, version: callback.version + 1 };
  return ok(tried.attempts < policy.attempts ? tried : giveUp(tried, now));
}

/** The requester was reached and has answered. */
export function recordCallback(
  callback: Callback,
  answer: CallbackAnswer,
  actor: Actor,
  policy: CallbackPolicy,
  now: Date,
): Result<Callback> {
  const row = CALLBACK_TRANSITIONS.decide(callback.state, 'record', actor, callback);
  if (!row.ok) return row;
  const outcome = outcomeOf(answer, callback.round, policy);
  return ok({ ...callback, ...answer, contacted: true, outcome, state: row.value.to, recordedAt: now, version: callback.version + 1 });
}

/** Unhappy is handled again, until the policy's last round: then it stays unhappy, and counts so. */
function outcomeOf({ solved, satisfaction }: CallbackAnswer, round: number, policy: CallbackPolicy): CallbackOutcome {
  const unhappy = !solved || UNHAPPY.includes(satisfaction);
  return unhappy && round < policy.rounds ? 'rework' : 'closed';
}

function giveUp(callback: Callback, now: Date): Callback {
  const row = CALLBACK_TRANSITIONS.decide(callback.state, 'give-up', SYSTEM, callback);
  if (!row.ok) throw row.error;
  return { ...callback, ...NOT_REACHED, state: row.value.to, recordedAt: now, version: callback.version + 1 };
}
