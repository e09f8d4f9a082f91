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
}

const onlyCoHandler = ({ isCoHandler }: Subject): DomainError | undefined => (isCoHandler ? undefined : refuse('part.not_co_handler'));
const onlyLead = ({ isLead }: Subject): DomainError | undefined => (isLead ? undefined : refuse('work_order.not_lead'));

/** 退回协办: once; what the centre has decided stands. */
const onlyCoHandlerOnce = (subject: Subject): DomainError | undefined =>
  onlyCoHandler(subject) ?? (subject.isInsisted ? refusePart('part.insisted_already') : undefined);

/** 评分: once, so that a mark stays what was told. */
const onlyLeadOnce = (subject: Subject): DomainError | undefined =>
  onlyLead(subject) ?? (subject.isMarked ? refuse('part.marked_already') : undefined);

/**
 * The state table of a part 协办: open 待签收, accepted 协办中, returned 已退回, reported 已反馈, ended 已结束; accept 签收, report 反馈, return 退回, insist 维持, remind 催办, mark 评分, end 结束. One is
 * opened for each co-handler when an order is given to somebody, and when it is reworked.
 */
export const PART_TRANSITIONS = defineMachine<Subject>()(
  'dispatch.part',
  [
    { action: 'accept', from: ['open'], to: 'accepted', by: ['handler'], guard: onlyCoHandler, event: 'dispatch.part.accepted.v1' },
    { action: 'report', from: ['accepted'], to: 'reported', by: ['handler'], guard: onlyCoHandler, event: 'dispatch.part.reported.v1' },
    {
      action: 'return',
      from: ['open', 'accepted'],
      to: 'returned',
      by: ['handler'],
      guard: onlyCoHandlerOnce,
      event: 'dispatch.part.returned.v1',
    },
    { action: 'insist', from: ['returned'], to: 'open', by: ['dispatcher'], event: 'dispatch.part.insisted.v1' },
    { action: 'remind', from: ['open'], to: 'open', by: ['system'], event: 'dispatch.part.reminded.v1' },
    { action: 'remind', from: ['accepted'], to: 'accepted', by: ['system'], event: 'dispatch.part.reminded.v1' },
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
    returned: { field: 'dueAt' },
    reported: 'final',
    ended: 'final',
  },
);

export const PART_STATES = PART_TRANSITIONS.states;
export type PartState = StateOf<typeof PART_TRANSITIONS>;
/** The events that tell of a part, its beginning included. */
export type PartEventType = Extract<EventType, `dispatch.part.${string}`>;
