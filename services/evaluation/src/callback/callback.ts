import { type CallbackOutcome, type EventData, POOR_RATINGS, type RequestKind, type Satisfaction } from '@zero-distance/contracts';
import {
  type Actor,
  type DomainError,
  err,
  HOUR_MS,
  MINUTE_MS,
  newId,
  ok,
  type Result,
  type StepOf,
  SYSTEM,
  stepOf,
  type Told,
  unwrap,
} from '@zero-distance/kernel';
import { refuse } from '../errors.js';
import { CALLBACK_TRANSITIONS, type CallbackAction, type CallbackEventType, type CallbackState } from './callback.transitions.js';

/** 回访方式: asked by an agent, or answered on the web through the link that was sent. */
export const CALLBACK_WAYS = ['agent', 'web'] as const;
export type CallbackWay = (typeof CALLBACK_WAYS)[number];

/** 分项. */
export interface CallbackPart {
  readonly requestId: string;
  readonly number: string;
}

/** 回访: the requester is asked about one round of a request: reached? solved? how satisfied? */
export interface Callback {
  readonly id: string;
  readonly requestId: string;
  readonly requestNumber: string;
  /** What was asked: of a service that was ordered, the callback is its rating 好差评. Null of those from before this was kept. */
  readonly requestKind: RequestKind | null;
  /** Who answered; null for a mediation and for a divided request. */
  readonly organisationId: string | null;
  /** 分项: what the requester of a divided request is asked about; null for every other. */
  readonly parts: readonly CallbackPart[] | null;
  /** Those of them that the requester said are not solved; null where nobody said which. */
  readonly unsolvedPartIds: readonly string[] | null;
  readonly areaCode: string;
  /** 回避: whom the matter is hidden from, by organisation and by account; null for nobody. */
  readonly barredOrganisationIds: readonly string[] | null;
  readonly barredAccountIds: readonly string[] | null;
  readonly round: number;
  readonly state: CallbackState;
  /** There was somebody to call. Only such a callback is effective 有效回访, whether they were reached or not. */
  readonly possible: boolean;
  readonly attempts: number;
  /** From when another attempt counts; null before the first. */
  readonly attemptNotBefore: Date | null;
  readonly contacted: boolean | null;
  readonly solved: boolean | null;
  readonly satisfaction: Satisfaction | null;
  readonly outcome: CallbackOutcome | null;
  /** How the answer came; null while there is none, and for those from before this was kept. */
  readonly way: CallbackWay | null;
  readonly note: string | null;
  readonly openedAt: Date;
  readonly recordedAt: Date | null;
  readonly version: number;
}

/** 回访时限: by when an open callback is to be recorded; null once it is. Computed again when the policy `callback-limit` changes. */
export const callbackDueAt = ({ state, openedAt }: Pick<Callback, 'state' | 'openedAt'>, limitHours: number): Date | null =>
  state === 'open' ? new Date(openedAt.getTime() + limitHours * HOUR_MS) : null;

/** An open callback that was opened by then is overdue. */
export const overdueIfOpenedBy = (now: Date, limitHours: number): Date => new Date(now.getTime() - limitHours * HOUR_MS);

/** How often to try and how far apart, and how many rounds a request may take (policies `callback-attempts`, `attempt-interval`, `callback-rounds`). */
export interface CallbackPolicy {
  readonly intervalMinutes: number;
  readonly attempts: number;
  readonly rounds: number;
}

/** What the requester said. */
export interface CallbackAnswer {
  readonly solved: boolean;
  readonly satisfaction: Satisfaction;
  readonly note: string | null;
  readonly unsolvedPartIds: readonly string[] | null;
}

/** Whether these parts can be what is not solved; the refusal, if not. */
function checkUnsolvedParts({ parts }: Callback, solved: boolean, named: readonly string[] | null): DomainError | undefined {
  if (named === null) return undefined;
  if (solved) return refuse('callback.solved_but_parts_named', {}, '/unsolvedPartIds');
  const stranger = named.find((id) => !parts?.some(({ requestId }) => requestId === id));
  return stranger === undefined ? undefined : refuse('callback.not_its_part', { part: stranger }, '/unsolvedPartIds');
}

const NOT_REACHED = { contacted: false, solved: null, satisfaction: null, outcome: 'closed' } as const;

/** One action on a callback. */
export type CallbackStep = StepOf<Callback, typeof CALLBACK_TRANSITIONS>;
/** What one call comes to: an action, and the giving up that may follow at once. */
export type CallbackSteps = readonly [CallbackStep, ...CallbackStep[]];

/** An answer of its own, that of its main request, or those of its parts: each of those who asked is called back. */
export type Reply = EventData<'intake.request.replied.v1' | 'intake.request.replied-with-main.v1' | 'intake.request.replied-in-parts.v1'>;

/** A reply opens the callback of its round. With nobody to call (not `possible`) it is then given up at once. */
export function openCallback(reply: Reply, now: Date): Callback {
  return {
    id: newId(),
    requestId: reply.requestId,
    requestNumber: reply.number,
    requestKind: reply.kind,
    organisationId: 'parts' in reply ? null : reply.organisationId,
    parts: 'parts' in reply ? reply.parts : null,
    unsolvedPartIds: null,
    areaCode: reply.areaCode,
    barredOrganisationIds: reply.barredOrganisationIds ?? null,
    barredAccountIds: reply.barredAccountIds ?? null,
    round: reply.round,
    state: 'open',
    possible: reply.callbackPossible,
    attempts: 0,
    attemptNotBefore: null,
    contacted: null,
    solved: null,
    satisfaction: null,
    outcome: null,
    way: null,
    note: null,
    openedAt: now,
    recordedAt: null,
    version: 1,
  };
}

/** What is known of a callback of the time before. */
export interface PastCallback {
  readonly request: Pick<Callback, 'requestId' | 'requestNumber' | 'requestKind' | 'areaCode'>;
  readonly answer: Pick<Callback, 'contacted' | 'solved' | 'satisfaction'>;
  readonly openedAt: Date;
  readonly recordedAt: Date;
}

/** A callback of the time before, recorded. Who was asked could be: else there would be none. */
export const pastCallback = ({ request, answer, openedAt, recordedAt }: PastCallback): Callback => ({
  ...{
    id: newId(openedAt.getTime()),
    organisationId: null,
    parts: null,
    unsolvedPartIds: null,
    round: 1,
    state: 'recorded',
    possible: true,
  },
  ...{ barredOrganisationIds: null, barredAccountIds: null, attempts: 0, attemptNotBefore: null, outcome: 'closed', way: null, note: null },
  ...request,
  ...answer,
  openedAt,
  recordedAt,
  version: 1,
});

/** Takes `action`, with `changes` besides the state, if the table allows it to this actor now. */
export function transition(
  callback: Callback,
  action: CallbackAction,
  actor: Actor,
  now: Date,
  changes: Partial<Callback> = {},
): Result<CallbackStep> {
  const row = CALLBACK_TRANSITIONS.decide(callback.state, action, actor, { ...callback, now });
  return row.ok ? ok(stepOf(row.value, callback, actor, changes)) : row;
}

/** Not reached this time. After the last attempt the callback is given up too: two steps. */
export function attemptCallback(callback: Callback, actor: Actor, policy: CallbackPolicy, now: Date): Result<CallbackSteps> {
  const attemptNotBefore = new Date(now.getTime() + policy.intervalMinutes * MINUTE_MS);
  const step = transition(callback, 'attempt', actor, now, { attempts: callback.attempts + 1, attemptNotBefore });
  if (!step.ok) return step;
  const { after } = step.value;
  return ok(after.attempts < policy.attempts ? [step.value] : [step.value, giveUp(after, actor, now)]);
}

/** The requester was reached and has answered. */
export function recordCallback(
  callback: Callback,
  answer: CallbackAnswer,
  actor: Actor,
  policy: CallbackPolicy,
  now: Date,
): Result<CallbackSteps> {
  const step = transition(callback, 'record', actor, now, answered(callback, answer, 'agent', policy, now));
  if (!step.ok) return step;
  const refusal = checkUnsolvedParts(callback, answer.solved, answer.unsolvedPartIds);
  return refusal ? err(refusal) : ok([step.value]);
}

/** The requester answered through the link that was sent: once, and not after somebody else has recorded the callback. */
export function answerCallback(callback: Callback, answer: CallbackAnswer, policy: CallbackPolicy, now: Date): Result<CallbackSteps> {
  if (callback.state !== 'open') return err(refuse('callback.answered_already'));
  const step = transition(callback, 'answer', SYSTEM, now, answered(callback, answer, 'web', policy, now));
  return step.ok ? ok([{ ...step.value, actorId: REQUESTER }]) : step;
}

/** Who answered, in the history: no account, and nobody's name. */
const REQUESTER = 'requester';

const answered = (callback: Callback, answer: CallbackAnswer, way: CallbackWay, policy: CallbackPolicy, now: Date): Partial<Callback> => ({
  ...answer,
  way,
  contacted: true,
  outcome: outcomeOf(answer, callback.round, policy),
  recordedAt: now,
});

/** Unhappy is handled again, until the policy's last round: then it stays unhappy, and counts so. */
function outcomeOf({ solved, satisfaction }: CallbackAnswer, round: number, policy: CallbackPolicy): CallbackOutcome {
  const unhappy = !solved || POOR_RATINGS.includes(satisfaction);
  return unhappy && round < policy.rounds ? 'rework' : 'closed';
}

/** The requester was not reached, or there is nobody to call. The system gives up, on the word of who made the last attempt. */
export function giveUp(callback: Callback, { id }: Pick<Actor, 'id'>, now: Date): CallbackStep {
  const step = unwrap(transition(callback, 'give-up', SYSTEM, now, { ...NOT_REACHED, recordedAt: now }));
  return { ...step, actorId: id, reason: callback.possible ? 'not-reached' : 'nobody-to-call' };
}

const brief = ({ id, requestId, areaCode }: Callback, { at }: Told<Callback>) => ({
  callbackId: id,
  requestId,
  areaCode,
  at: at.toISOString(),
});

/** The data of each event of a callback, from the callback after the step. */
export const CALLBACK_EVENTS: { readonly [E in CallbackEventType]: (callback: Callback, told: Told<Callback>) => EventData<E> } = {
  'evaluation.callback.imported.v1': (callback, told) => {
    const { recordedAt, contacted, solved, satisfaction } = callback;
    if (recordedAt === null) throw new Error(`callback ${callback.id} is of the time before but has no time`);
    return { ...brief(callback, told), recordedAt: recordedAt.toISOString(), contacted: contacted === true, solved, satisfaction };
  },
  'evaluation.callback.opened.v1': (callback, told) => ({ ...brief(callback, told), round: callback.round }),
  'evaluation.callback.attempted.v1': (callback, told) => ({ ...brief(callback, told), attempts: callback.attempts }),
  'evaluation.callback.recorded.v1': (callback, told) => {
    const { round, contacted, solved, satisfaction, outcome, unsolvedPartIds } = callback;
    if (outcome === null) throw new Error(`callback ${callback.id} is told as recorded but has no outcome`);
    const unsolved = outcome === 'rework' && unsolvedPartIds !== null ? { unsolvedPartIds: [...unsolvedPartIds] } : {};
    return { ...brief(callback, told), round, contacted: contacted === true, solved, satisfaction, outcome, ...unsolved };
  },
};
