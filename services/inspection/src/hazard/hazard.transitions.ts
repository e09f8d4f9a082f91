import type { EventType } from '@zero-distance/contracts';
import { type ActionOf, type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** What guards look at. */
interface Subject {
  readonly id: string;
  /** It has a work order that is not terminated. */
  readonly withWorkOrder: boolean;
}

const withoutWorkOrder = ({ id, withWorkOrder }: Subject): DomainError | undefined =>
  withWorkOrder ? refuse('hazard.with_work_order', { id }) : undefined;
const hasWorkOrder = ({ id, withWorkOrder }: Subject): DomainError | undefined =>
  withWorkOrder ? undefined : refuse('hazard.without_work_order', { id });

/**
 * 隐患的状态表: found 发现, corrected 当场整改, ordered 责令整改, transferred 已移交, rectified 待复查, closed 销号, failed 复查不合格. A visit finds a hazard and does its first action at once, so `found`
 * is never seen from outside. `find` is no action: it makes the hazard.
 */
export const HAZARD_TRANSITIONS = defineMachine<Subject>()(
  'inspection.hazard',
  [
    { action: 'correct', from: ['found'], to: 'corrected', by: ['inspector'], event: 'inspection.hazard.corrected.v1' },
    { action: 'order', from: ['found'], to: 'ordered', by: ['inspector'], event: 'inspection.hazard.ordered.v1' },
    {
      action: 'transfer',
      from: ['found', 'ordered', 'failed', 'transferred'], // again from transferred only once its work order was terminated
      to: 'transferred',
      by: ['inspector'],
      guard: withoutWorkOrder,
      event: 'inspection.hazard.transferred.v1',
    },
    { action: 'report-rectified', from: ['ordered'], to: 'rectified', by: ['inspector'], event: 'inspection.hazard.rectified.v1' },
    {
      action: 'work-order-closed',
      from: ['transferred', 'failed'], // from failed: the order was reworked after a failed recheck
      to: 'rectified',
      by: ['system'],
      guard: hasWorkOrder,
      event: 'inspection.hazard.rectified.v1',
    },
    { action: 'pass-recheck', from: ['rectified'], to: 'closed', by: ['inspector'], event: 'inspection.hazard.closed.v1' },
    { action: 'fail-recheck', from: ['rectified'], to: 'failed', by: ['inspector'], event: 'inspection.hazard.failed.v1' },
  ],
  {
    found: 'momentary',
    corrected: 'final',
    ordered: { field: 'rectifyBy' },
    transferred: { waitsFor: ['dispatch.work_order'], otherwise: 'transfer-limit' }, // once that is terminated
    rectified: { field: 'recheckDueAt' },
    closed: 'final',
    failed: { waitsFor: ['dispatch.work_order'], otherwise: 'transfer-limit' }, // it has one if it was transferred before
  },
);

export const HAZARD_STATES = HAZARD_TRANSITIONS.states;
export type HazardState = StateOf<typeof HAZARD_TRANSITIONS>;
export type HazardAction = ActionOf<typeof HAZARD_TRANSITIONS>;
/** The events that tell of a hazard, its beginning included. */
export type HazardEventType = Extract<EventType, `inspection.hazard.${string}`>;
