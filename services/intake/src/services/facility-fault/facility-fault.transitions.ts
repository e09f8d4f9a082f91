import type { EventType } from '@zero-distance/contracts';
import { type ActionOf, defineMachine, type EventOf, type StateOf, type Step, SYSTEM, stepOf, unwrap } from '@zero-distance/kernel';

/** Who looks whether something is broken, and alone reads what strangers write of it. */
export const LOOKERS = ['window-clerk', 'grid-worker', 'intake-clerk'] as const;

/**
 * reported 已报待核实, repairing 维修中, repaired 已修复, dismissed 不属实. Nobody is given work by what a passer-by says: somebody of the staff looks first. What
 * is repaired, or was not repaired after all, dispatch says by its work order.
 */
export const FACILITY_FAULT_TRANSITIONS = defineMachine()(
  'intake.facility_fault',
  [
    { action: 'confirm', from: ['reported'], to: 'repairing', by: LOOKERS, event: 'intake.facility-fault.confirmed.v1' },
    { action: 'dismiss', from: ['reported'], to: 'dismissed', by: LOOKERS, event: 'intake.facility-fault.dismissed.v1' },
    { action: 'remind', from: ['reported'], to: 'reported', by: ['system'], event: 'intake.facility-fault.reminded.v1' },
    { action: 'repair', from: ['repairing'], to: 'repaired', by: ['system'], event: 'intake.facility-fault.repaired.v1' },
    { action: 'give-back', from: ['repairing'], to: 'reported', by: ['system'], event: 'intake.facility-fault.given-back.v1' },
  ],
  { reported: { field: 'nextAt' }, repairing: { waitsFor: ['dispatch.work_order'] }, repaired: 'final', dismissed: 'final' },
);

export const FACILITY_FAULT_STATES = FACILITY_FAULT_TRANSITIONS.states;
export type FacilityFaultState = StateOf<typeof FACILITY_FAULT_TRANSITIONS>;
/** The events that tell of a facility fault, its beginning included. */
export type FacilityFaultEventType = Extract<EventType, `intake.facility-fault.${string}`>;

/** What the system does to a fault. */
export const stepBySystem = <R extends { readonly state: FacilityFaultState; readonly version: number }>(
  fault: R,
  action: ActionOf<typeof FACILITY_FAULT_TRANSITIONS>,
  changes: Partial<R>,
): Step<R, ActionOf<typeof FACILITY_FAULT_TRANSITIONS>, EventOf<typeof FACILITY_FAULT_TRANSITIONS>> =>
  stepOf(unwrap(FACILITY_FAULT_TRANSITIONS.decide(fault.state, action, SYSTEM, fault)), fault, SYSTEM, changes);
