import type { EventType } from '@zero-distance/contracts';
import { checkSeparate, type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuseSupervision } from './supervision-order.errors.js';

/** What guards look at. */
export interface Subject {
  /** The caller acts for the organisation that has to answer. */
  readonly isAnswerer: boolean;
  /** The caller is of those who opened it: leaders, or the centre; what the red lamp opened, both decide. */
  readonly isOpener: boolean;
  readonly answeredBy: string | null;
  readonly actorId: string;
}

const onlyAnswerer = ({ isAnswerer }: Subject): DomainError | undefined =>
  isAnswerer ? undefined : refuseSupervision('supervision_order.not_answerer');

const onlyOpener = ({ isOpener }: Subject): DomainError | undefined =>
  isOpener ? undefined : refuseSupervision('supervision_order.not_opener');

/** 撤回答复: by who gave it, before it is decided about. */
const onlySender = (subject: Subject): DomainError | undefined =>
  onlyAnswerer(subject) ?? (subject.answeredBy === subject.actorId ? undefined : refuseSupervision('supervision_order.not_sender'));

/** 销号, 退回: by who opened it, and nobody who answered. */
const notByWhoAnswered = (subject: Subject): DomainError | undefined =>
  onlyOpener(subject) ?? checkSeparate('review', subject.actorId, { handle: subject.answeredBy === null ? [] : [subject.answeredBy] });

/**
 * The state table of a supervision order 督办单: open 待答复, answered 已答复, closed 已销号, revoked 已撤销; answer 答复, take-back 撤回答复, return 退回, close 销号, revoke 撤销,
 * remind 催办, correct 更正. To open one is no action: it makes it.
 */
export const SUPERVISION_ORDER_TRANSITIONS = defineMachine<Subject>()(
  'dispatch.supervision_order',
  [
    {
      action: 'answer',
      from: ['open'],
      to: 'answered',
      by: ['handler'],
      guard: onlyAnswerer,
      event: 'dispatch.supervision-order.answered.v1',
    },
    {
      action: 'take-back',
      from: ['answered'],
      to: 'open',
      by: ['handler'],
      guard: onlySender,
      event: 'dispatch.supervision-order.taken-back.v1',
    },
    {
      action: 'return',
      from: ['answered'],
      to: 'open',
      by: ['dispatcher', 'leader'],
      guard: notByWhoAnswered,
      event: 'dispatch.supervision-order.returned.v1',
    },
    {
      action: 'close',
      from: ['answered'],
      to: 'closed',
      by: ['dispatcher', 'leader'],
      guard: notByWhoAnswered,
      event: 'dispatch.supervision-order.closed.v1',
    },
    {
      action: 'revoke',
      from: ['open', 'answered'],
      to: 'revoked',
      by: ['dispatcher', 'leader'],
      guard: onlyOpener,
      event: 'dispatch.supervision-order.revoked.v1',
    },
    { action: 'remind', from: ['open'], to: 'open', by: ['system'], event: 'dispatch.supervision-order.reminded.v1' },
    { action: 'remind', from: ['answered'], to: 'answered', by: ['system'], event: 'dispatch.supervision-order.reminded.v1' },
    ...(['open', 'answered', 'closed', 'revoked'] as const).map((state) => ({
      action: 'correct' as const,
      from: [state],
      to: state,
      by: ['system'] as const,
      event: 'dispatch.supervision-order.corrected.v1' as const,
    })),
  ],
  {
    open: { policy: 'supervision-limit' },
    answered: { policy: 'decision-limit' },
    closed: 'final',
    revoked: 'final',
  },
);

export const SUPERVISION_ORDER_STATES = SUPERVISION_ORDER_TRANSITIONS.states;
export type SupervisionOrderState = StateOf<typeof SUPERVISION_ORDER_TRANSITIONS>;
/** The events that tell of a supervision order, its beginning included. */
export type SupervisionOrderEventType = Extract<EventType, `dispatch.supervision-order.${string}`>;
