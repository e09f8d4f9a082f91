import { APPLICATION_KINDS, type ApplicationKind } from '@zero-distance/contracts';
import type { DomainError } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import type { WorkOrder } from './work-order.js';
import type { WorkOrderState } from './work-order.transitions.js';

/** In which states of its order each kind can be asked. */
const ASKED_IN: Readonly<Record<ApplicationKind, readonly WorkOrderState[]>> = {
  return: ['dispatched', 'accepted'],
  extension: ['accepted', 'in-progress'],
  parking: ['accepted', 'in-progress'],
  termination: ['dispatched', 'accepted', 'in-progress', 'parked'],
  reassignment: ['dispatched', 'accepted', 'in-progress', 'parked'],
  exclusion: ['accepted', 'in-progress', 'parked', 'replied', 'approved'],
};

/**
 * Why a kind cannot be asked of an order now; undefined when it can. A return has its window, an extension is asked before the order is due. What was
 * designated is not returned, but a service is, and what is broken at a service point: every one is designated, and whoever provides or runs it may be the
 * wrong one.
 */
export function whyNotAsked(kind: ApplicationKind, order: WorkOrder, now: Date): DomainError | undefined {
  const { state, route, service, facilityFault, returnUntil, feedbackDueAt } = order;
  if (!ASKED_IN[kind].includes(state)) return refuse('application.not_now', { kind, state, from: ASKED_IN[kind].join(', ') });
  if (kind === 'return' && route?.reason === 'designated' && service === null && facilityFault === null)
    return refuse('work_order.designated');
  if (kind === 'return' && (!returnUntil || now > returnUntil))
    return refuse('work_order.return_window_over', { until: returnUntil?.toISOString() ?? '' });
  if (kind === 'extension' && now > feedbackDueAt) return refuse('application.expired', { until: feedbackDueAt.toISOString() });
  return undefined;
}

/** The kinds that the lead may ask now. */
export const kindsAskable = (order: WorkOrder, now: Date): ApplicationKind[] =>
  APPLICATION_KINDS.filter((kind) => whyNotAsked(kind, order, now) === undefined);
