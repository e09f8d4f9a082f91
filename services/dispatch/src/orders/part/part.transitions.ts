import type { EventType } from '@zero-distance/contracts';
import { type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import { refusePart } from './part.errors.js';

/** What guards look at: for whom the caller acts. */
export interface Subject {
  readonly isCoHandler: boolean;
  readonly isLead: boolean;
  readonly isMarked: boolean;
  /** The centre has decided already that it is its matter. */
  readonly isInsisted: boolean;
  /** The caller is who reported it. */
  readonly isReporter: boolean;
  /** The lead has answered, with this report or without. */
  readonly isAnswered: boolean;
}

const onlyCoHandler = ({ isCoHandler }: Subject): DomainError | undefined => (isCoHandler ? undefined : refuse('part.not_co_handler'));
const onlyLead = ({ isLead }: Subject): DomainError | undefined => (isLead ? undefined : refuse('work_order.not_lead'));

/** 退回协办: once; what the centre has decided stands. */
const onlyCoHandlerOnce = (subject: Subject): DomainError | undefined =>
  onlyCoHandler(subject) ?? (subject.isInsisted ? refusePart('part.insisted_already') : undefined);

/** 维持协办: while the lead has not answered without it. */
const beforeAnswer = ({ isAnswered }: Subject): DomainError | undefined => (isAnswered ? refusePart('part.answered_already') : undefined);

/** 撤回反馈: by who reported it, while the lead has made nothing of it. */
function onlyReporter(subject: Subject): DomainError | undefined {
  const { isReporter, isAnswered, isMarked } = subject;
  const stranger = onlyCoHandler(subject) ?? (isReporter ? undefined : refusePart('part.not_sender'));
  return stranger ?? (isAnswered || isMarked ? refusePart('part.answered_already') : undefined);
}

/** 评分: once, so that a mark stays what was told, and of what the lead has answered with or without. */
function onlyLeadOnce(subject: Subject): DomainError | undefined {
  if (subject.isMarked) return onlyLead(subject) ?? refuse('part.marked_already');
  return onlyLead(subject) ?? (subject.isAnswered ? undefined : refuse('part.marked_after_reply'));
}

/**
 * The state table of a part 协办: open 待签收, accepted 协办中, returned 已退回, reported 已反馈, ended 已结束; accept 签收, report 反馈, take-back 撤回反馈, return 退回, insist 维持, remind 催办, mark 评分, end 结束. One is
 * opened for each co-handler when an order is given to somebody, and when it is reworked. One that was returned waits for the centre: its clock is that of a decision.
 */
export const PART_TRANSITIONS = defineMachine<Subject>()(
  'dispatch.part',
  [
    { action: 'accept', from: ['open'], to: 'accepted', by: ['handler'], guard: onlyCoHandler, event: 'dispatch.part.accepted.v1' },
    { action: 'report', from: ['accepted'], to: 'reported', by: ['handler'], guard: onlyCoHandler, event: 'dispatch.part.reported.v1' },
    {
      action: 'take-back',
      from: ['reported'],
      to: 'accepted',
      by: ['handler'],
      guard: onlyReporter,
      event: 'dispatch.part.taken-back.v1',
    },
    {
      action: 'return',
      from: ['open', 'accepted'],
      to: 'returned',
      by: ['handler'],
      guard: onlyCoHandlerOnce,
      event: 'dispatch.part.returned.v1',
    },
    { action: 'insist', from: ['returned'], to: 'open', by: ['dispatcher'], guard: beforeAnswer, event: 'dispatch.part.insisted.v1' },
    { action: 'remind', from: ['open'], to: 'open', by: ['system'], event: 'dispatch.part.reminded.v1' },
    { action: 'remind', from: ['accepted'], to: 'accepted', by: ['system'], event: 'dispatch.part.reminded.v1' },
    { action: 'remind', from: ['returned'], to: 'returned', by: ['system'], event: 'dispatch.part.undecided.v1' },
    ...(['open', 'accepted', 'reported'] as const).map((state) => ({
      action: 'mark' as const,
      from: [state],
      to: state,
      by: ['handler'] as const,
      guard: onlyLeadOnce,
      event: 'dispatch.part.marked.v1' as const,
    })),
    { action: 'end', from: ['open', 'accepted', 'returned'], to: 'ended', by: ['system'], event: 'dispatch.part.ended.v1' },
  ],
  {
    open: { field: 'dueAt' },
    accepted: { field: 'dueAt' },
    returned: { policy: 'decision-limit' },
    reported: { waitsFor: ['dispatch.work_order'] }, // until the lead has answered it may be taken back
    ended: 'final',
  },
);

export const PART_STATES = PART_TRANSITIONS.states;
export type PartState = StateOf<typeof PART_TRANSITIONS>;
/** The events that tell of a part, its beginning included. */
export type PartEventType = Extract<EventType, `dispatch.part.${string}`>;
