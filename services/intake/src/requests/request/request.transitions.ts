import type { EventType } from '@zero-distance/contracts';
import {
  type ActionOf,
  type Actor,
  defineMachine,
  type EventOf,
  type StateOf,
  type Step,
  SYSTEM,
  stepOf,
  TAKERS,
  unwrap,
} from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import { refuseService } from './ordered-service.errors.js';
import { refuseTakenOn } from './taken-on.errors.js';

/** What guards look at. */
export interface Subject extends Guarded {
  readonly actor: Pick<Actor, 'id' | 'roles'>;
}

/** What guards look at of a request itself. */
export interface Guarded {
  readonly erasedAt: Date | null;
  readonly parentId: string | null;
  /** Somebody has accepted its order: the answer is theirs. */
  readonly takenOn: boolean;
  /** A service was ordered: see {@link notAService}. */
  readonly service: object | null;
  /** The account of the grid worker who came upon it. */
  readonly foundBy: string | null;
}

export const subjectOf = ({ erasedAt, parentId, takenOn, service, foundBy }: Guarded, actor: Subject['actor']): Subject => ({
  erasedAt,
  parentId,
  takenOn,
  service,
  foundBy,
  actor,
});

const notErased = ({ erasedAt }: Subject) => (erasedAt ? refuse('request.erased_already') : undefined);

/** What is worked on is answered by who works on it, with evidence, recheck and review, and not past them by a clerk alone. */
const notTakenOn = ({ takenOn }: Subject) => (takenOn ? refuseTakenOn('request.taken_on') : undefined);

/** A service is had from its provider: it is answered by them, withdrawn by who wants it no more, or ended by the dispatcher; a clerk's words provide nothing. */
const notAService = ({ service }: Subject) => (service ? refuseService('request.service_is_provided') : undefined);

const answerable = (subject: Subject) => notAService(subject) ?? notTakenOn(subject);

/** 自办件: a grid worker answers what they came upon and put right themselves; what others took in is answered by clerks. */
function answerableByOwn(subject: Subject) {
  const { actor, foundBy } = subject;
  const isOwn = actor.roles.includes('intake-clerk') || actor.id === foundBy;
  return answerable(subject) ?? (isOwn ? undefined : refuseTakenOn('request.not_found_by_you'));
}

const divisible = (subject: Subject) => notAService(subject) ?? notAPart(subject);

/** A part has its answer and its callback with the whole: it is neither divided again nor merged. */
const notAPart = ({ parentId }: Subject) => (parentId ? refuse('request.is_a_part', { parentId }) : undefined);

/**
 * received 已受理, answered 当场答复, declined 不予受理, dispatched 已派单, mediating 转调解, merged 并单, divided 分办, replied 已答复, reopened 重办,
 * closed 已办结, withdrawn 撤回, redirected 转紧急电话. What the other services do to a request is done by `system`, when their event is heard.
 */
export const REQUEST_TRANSITIONS = defineMachine<Subject>()(
  'intake.request',
  [
    // A request is routed the moment it is taken in, before a clerk can say a word: whoever has it by then hears of it and ends its part.
    // Once somebody accepted the order, neither is theirs to do.
    {
      action: 'answer-on-the-spot',
      from: ['received', 'dispatched', 'mediating'],
      to: 'answered',
      by: ['intake-clerk', 'grid-worker'],
      guard: answerableByOwn,
      event: 'intake.request.answered.v1',
    },
    {
      action: 'decline',
      from: ['received', 'dispatched', 'mediating'],
      to: 'declined',
      by: ['intake-clerk'],
      guard: answerable,
      event: 'intake.request.declined.v1',
    },
    // Each of its parts was declined.
    { action: 'decline', from: ['divided'], to: 'declined', by: ['system'], event: 'intake.request.declined.v1' },
    // By the system when a service was ordered for somebody whose file ends.
    {
      action: 'withdraw',
      from: ['received', 'dispatched', 'mediating', 'reopened', 'merged'],
      to: 'withdrawn',
      by: ['intake-clerk', 'system'],
      event: 'intake.request.withdrawn.v1',
    },
    // By the system when each of its parts was withdrawn.
    { action: 'withdraw', from: ['divided'], to: 'withdrawn', by: ['intake-clerk', 'system'], event: 'intake.request.withdrawn.v1' },
    // 紧急转接. Of an emergency category the registration itself does it.
    {
      action: 'redirect',
      from: ['received'],
      to: 'redirected',
      by: ['intake-clerk', 'system'],
      guard: notAService,
      event: 'intake.request.redirected.v1',
    },
    {
      action: 'redirect',
      from: ['dispatched', 'mediating', 'reopened'],
      to: 'redirected',
      by: ['intake-clerk'],
      guard: notAService,
      event: 'intake.request.redirected.v1',
    },
    // 更正, by the system where its area was retired. Whoever has it hears of it, and gives it to somebody else where that is due.
    ...(['received', 'dispatched', 'mediating', 'divided', 'reopened'] as const).map((state) => ({
      action: 'correct' as const,
      from: [state],
      to: state,
      by: ['intake-clerk', 'dispatcher', 'system'] as const,
      event: 'intake.request.corrected.v1' as const,
    })),
    // 追加. Also while an answer waits for its callback: that callback decides what becomes of it.
    ...(['received', 'dispatched', 'mediating', 'divided', 'replied', 'reopened'] as const).map((state) => ({
      action: 'follow-up' as const,
      from: [state],
      to: state,
      by: TAKERS,
      event: 'intake.request.followed-up.v1' as const,
    })),
    // 收回追加: it was said of this request by mistake. By the system alone: whoever takes back what brought it, a snapshot report that was joined, does
    // it in one go, so nothing is taken back by itself. Where it is followed up, and where it may stand by then: merged since, or a part that is
    // finished before its whole, or finished itself: what was another's matter is no part of it.
    ...(
      [
        ...['received', 'dispatched', 'mediating', 'merged', 'divided', 'replied', 'reopened'],
        ...['answered', 'declined', 'closed', 'withdrawn', 'redirected'],
      ] as const
    ).map((state) => ({
      action: 'take-back' as const,
      from: [state],
      to: state,
      by: ['system'] as const,
      event: 'intake.request.follow-up-taken-back.v1' as const,
    })),
    {
      action: 'dispatch',
      from: ['received', 'dispatched', 'reopened'],
      to: 'dispatched',
      by: ['system'],
      event: 'intake.request.dispatched.v1',
    },
    // 并单. It waits for the answer of its main request, and whoever has it ends their part.
    {
      action: 'merge',
      from: ['received', 'dispatched', 'mediating', 'reopened'],
      to: 'merged',
      by: ['dispatcher', 'intake-clerk'],
      guard: notAPart,
      event: 'intake.request.merged.v1',
    },
    // 拆单. By the system when the main request was withdrawn: the oldest of those merged into it takes its place.
    {
      action: 'split-off',
      from: ['merged'],
      to: 'received',
      by: ['dispatcher', 'intake-clerk', 'system'],
      event: 'intake.request.split-off.v1',
    },
    { action: 'reply', from: ['merged'], to: 'replied', by: ['system'], event: 'intake.request.replied-with-main.v1' },
    // 分办. Its parts are worked on, and whoever has the whole ends that. By the system when parts are handled again after a callback.
    {
      action: 'divide',
      from: ['received', 'dispatched', 'mediating', 'reopened'],
      to: 'divided',
      by: ['intake-clerk', 'system'],
      guard: divisible,
      event: 'intake.request.divided.v1',
    },
    { action: 'reply', from: ['divided'], to: 'replied', by: ['system'], event: 'intake.request.replied-in-parts.v1' },
    // The centre ended the work order without an answer: the clerk decides again what becomes of the request.
    { action: 'return', from: ['dispatched', 'reopened'], to: 'received', by: ['system'], event: 'intake.request.returned.v1' },
    { action: 'mediate', from: ['received', 'reopened'], to: 'mediating', by: ['system'], event: 'intake.request.mediating.v1' },
    { action: 'reply', from: ['dispatched', 'mediating', 'reopened'], to: 'replied', by: ['system'], event: 'intake.request.replied.v1' },
    { action: 'close', from: ['replied'], to: 'closed', by: ['system'], event: 'intake.request.closed.v1' },
    { action: 'reopen', from: ['replied'], to: 'reopened', by: ['system'], event: 'intake.request.reopened.v1' },
    // 重新办理, because the requester asks for it: also after a withdrawal, which may have been a slip. Of a part, the callback of the whole may ask for it too.
    {
      action: 'reopen',
      from: ['closed', 'answered', 'declined', 'withdrawn'],
      to: 'reopened',
      by: ['intake-clerk', 'system'],
      guard: notErased,
      event: 'intake.request.reopened.v1',
    },
    // 依法删除. A finished request stays what it is, without its words.
    ...(['answered', 'declined', 'closed', 'withdrawn', 'redirected'] as const).map((state) => ({
      action: 'erase' as const,
      from: [state],
      to: state,
      by: ['administrator', 'system'] as const, // system: its time is over
      guard: notErased,
      event: 'intake.request.erased.v1' as const,
    })),
  ],
  {
    // Dispatch and case-mediation hear of it at once; of one whose order was terminated, the terminated order says by when it is dispatched again.
    received: { waitsFor: ['dispatch.work_order', 'case_mediation.case'] },
    // 办结 in three ways: until then the requester may have it handled again.
    answered: { policy: 'reopen-window' },
    declined: { policy: 'reopen-window' },
    dispatched: { waitsFor: ['dispatch.work_order'] },
    mediating: { waitsFor: ['case_mediation.case'] },
    merged: { waitsFor: ['dispatch.work_order', 'case_mediation.case'] }, // who has its main request
    divided: { waitsFor: ['dispatch.work_order', 'case_mediation.case'] }, // who has its parts
    replied: { waitsFor: ['evaluation.callback'] },
    reopened: { waitsFor: ['dispatch.work_order', 'case_mediation.case'] },
    closed: { policy: 'reopen-window' },
    withdrawn: { policy: 'reopen-window' }, // a slip can be mended until then
    redirected: 'final',
  },
);

export const REQUEST_STATES = REQUEST_TRANSITIONS.states;
export type RequestState = StateOf<typeof REQUEST_TRANSITIONS>;
/** The states of a finished request: those in which its words may be erased. */
export const FINISHED_STATES: readonly RequestState[] = REQUEST_TRANSITIONS.rows.flatMap(({ action, from }) =>
  action === 'erase' ? from : [],
);
export type RequestAction = ActionOf<typeof REQUEST_TRANSITIONS>;
/** The events that tell of a request, its beginning included. */
export type RequestEventType = Extract<EventType, `intake.request.${string}`>;

/** What the system does to a request, whoever made it do so. */
export const stepBySystem = <R extends Guarded & { readonly state: RequestState; readonly version: number }>(
  request: R,
  action: RequestAction,
  changes: Partial<R> = {},
): Step<R, RequestAction, EventOf<typeof REQUEST_TRANSITIONS>> =>
  stepOf(unwrap(REQUEST_TRANSITIONS.decide(request.state, action, SYSTEM, subjectOf(request, SYSTEM))), request, SYSTEM, changes);
