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

/** 已修复: its order is closed, and the reply said that it is solved; of an earlier release, the order said nothing of it. */
export async function faultOrderClosed(tx: Tx, { sourceId, result = 'solved' }: EventData<'dispatch.work-order.closed.v1'>): Promise<void> {
  if (result !== 'solved') return faultGivenBack(tx, { sourceId });
  FACILITY_FAULTS.save(tx, stepBySystem(await FACILITY_FAULTS.load(tx, sourceId), 'repair', ended(tx.now)));
}

/** 维修未成: its order ended without a repair, and somebody has to look again; the facility stays out of order meanwhile. */
export async function faultGivenBack(tx: Tx, { sourceId }: Pick<Given, 'sourceId'>): Promise<void> {
  const [found, policies] = await Promise.all([FACILITY_FAULTS.load(tx, sourceId), readPolicies(tx, POLICIES)]);
  FACILITY_FAULTS.save(tx, stepBySystem(found, 'give-back', toBeChecked(tx.now, policies)));
}
