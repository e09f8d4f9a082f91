import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { ended, toBeChecked } from './facility-fault.js';
import { FACILITY_FAULTS, saveMender } from './facility-fault.store.js';
import { stepBySystem } from './facility-fault.transitions.js';

// What the events of dispatch do to faults. Each function works in the event's transaction.

type Given = EventData<'dispatch.work-order.dispatched.v1'>;

/** Its order was given to somebody: they see what is broken. */
export function faultDispatched(tx: Tx, { sourceId, leadOrganisationId }: Pick<Given, 'sourceId' | 'leadOrganisationId'>): void {
  if (leadOrganisationId !== null) saveMender(tx, sourceId, leadOrganisationId);
}

/** 已修复: its order is closed. */
export async function faultRepaired(tx: Tx, { sourceId }: EventData<'dispatch.work-order.closed.v1'>): Promise<void> {
  FACILITY_FAULTS.save(tx, stepBySystem(await FACILITY_FAULTS.load(tx, sourceId), 'repair', ended(tx.now)));
}

/** 维修未成: its order ended without a repair, and somebody has to look again. */
export async function faultGivenBack(tx: Tx, { sourceId }: EventData<'dispatch.work-order.terminated.v1'>): Promise<void> {
  const [found, policies] = await Promise.all([FACILITY_FAULTS.load(tx, sourceId), readPolicies(tx, POLICIES)]);
  FACILITY_FAULTS.save(tx, stepBySystem(found, 'give-back', { confirmedBy: null, ...toBeChecked(tx.now, policies) }));
}
