import type { EventType } from '@zero-distance/contracts';
import { type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuseWhistle } from './whistle.errors.js';

/** What guards look at: for whom the caller acts. */
export interface Subject {
  /** The street that whistled. */
  readonly isCaller: boolean;
  /** One that was summoned. */
  readonly isSummoned: boolean;
  readonly hasArrived: boolean;
  /** Nobody has come, and nobody is late. */
  readonly isAhead: boolean;
}

const onlyCaller = ({ isCaller }: Subject): DomainError | undefined => (isCaller ? undefined : refuseWhistle('whistle.not_caller'));

/** 报到: once, by who was summoned. That it is too early the use case says: a guard would take it off the work list of who has to come. */
function mayArrive({ isSummoned, hasArrived }: Subject): DomainError | undefined {
  if (!isSummoned) return refuseWhistle('whistle.not_summoned');
  return hasArrived ? refuseWhistle('whistle.arrived_already') : undefined;
}

/** 改期、改地点: before anybody has come, or is late. */
const mayMove = (subject: Subject): DomainError | undefined =>
  onlyCaller(subject) ?? (subject.isAhead ? undefined : refuseWhistle('whistle.moved_too_late'));

/** 双向评分: by both sides. */
const onlyParty = ({ isCaller, isSummoned }: Subject): DomainError | undefined =>
  isCaller || isSummoned ? undefined : refuseWhistle('whistle.not_summoned');

/**
 * The state table of a whistle 吹哨: called 已吹哨, concluded 已办结, cancelled 已取消; arrive 报到, move 改期改地点, miss 未到, conclude 办结, cancel 取消, mark 评分, end 随工单结束,
 * remind 催结, correct 更正. To whistle is no action: it makes it.
 */
export const WHISTLE_TRANSITIONS = defineMachine<Subject>()(
  'dispatch.whistle',
  [
    { action: 'arrive', from: ['called'], to: 'called', by: ['handler'], guard: mayArrive, event: 'dispatch.whistle.arrived.v1' },
    { action: 'move', from: ['called'], to: 'called', by: ['handler'], guard: mayMove, event: 'dispatch.whistle.moved.v1' },
    { action: 'miss', from: ['called'], to: 'called', by: ['system'], event: 'dispatch.whistle.missed.v1' },
    { action: 'conclude', from: ['called'], to: 'concluded', by: ['handler'], guard: onlyCaller, event: 'dispatch.whistle.concluded.v1' },
    { action: 'cancel', from: ['called'], to: 'cancelled', by: ['handler'], guard: onlyCaller, event: 'dispatch.whistle.cancelled.v1' },
    // Its order has ended: nobody has to come any more.
    { action: 'end', from: ['called'], to: 'cancelled', by: ['system'], event: 'dispatch.whistle.cancelled.v1' },
    { action: 'remind', from: ['called'], to: 'called', by: ['system'], event: 'dispatch.whistle.reminded.v1' },
    ...(['called', 'concluded', 'cancelled'] as const).map((state) => ({
      action: 'correct' as const,
      from: [state],
      to: state,
      by: ['system'] as const,
      event: 'dispatch.whistle.corrected.v1' as const,
    })),
    { action: 'mark', from: ['concluded'], to: 'concluded', by: ['handler'], guard: onlyParty, event: 'dispatch.whistle.marked.v1' },
  ],
  { called: { field: 'concludeBy' }, concluded: 'final', cancelled: 'final' },
);

export const WHISTLE_STATES = WHISTLE_TRANSITIONS.states;
export type WhistleState = StateOf<typeof WHISTLE_TRANSITIONS>;
/** The events that tell of a whistle, its beginning included. */
export type WhistleEventType = Extract<EventType, `dispatch.whistle.${string}`>;
