import type { EventType } from '@zero-distance/contracts';
import { type DomainError, defineTransitions } from '@zero-distance/kernel';
import { refuse } from '../errors.js';
import type { Hazard } from './hazard.js';

/** found 发现, corrected 当场整改, ordered 责令整改, transferred 已移交, rectified 待复查, closed 销号, failed 复查不合格. */
export const HAZARD_STATES = ['found', 'corrected', 'ordered', 'transferred', 'rectified', 'closed', 'failed'] as const;
export type HazardState = (typeof HAZARD_STATES)[number];

/** What can be done with a hazard. `find` is no action: it makes the hazard. */
export const HAZARD_ACTIONS = [
  'correct',
  'order',
  'transfer',
  'report-rectified',
  'work-order-closed',
  'pass-recheck',
  'fail-recheck',
] as const;
export type HazardAction = (typeof HAZARD_ACTIONS)[number];

/** The events that tell of a hazard. */
export type HazardEventType = Extract<EventType, `inspection.hazard.${string}`>;

/** What guards look at. */
type Subject = Pick<Hazard, 'id' | 'withWorkOrder'>;

const withoutWorkOrder = ({ id, withWorkOrder }: Subject): DomainError | undefined =>
  withWorkOrder ? refuse('hazard.with_work_order', { id }) : undefined;
const hasWorkOrder = ({ id, withWorkOrder }: Subject): DomainError | undefined =>
  withWorkOrder ? undefined : refuse('hazard.without_work_order', { id });

/** 隐患的状态表. A visit finds a hazard and does its first action at once, so `found` is never seen from outside. */
export const HAZARD_TRANSITIONS = defineTransitions<HazardState, HazardAction, Subject, HazardEventType>(
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
