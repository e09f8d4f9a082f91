import type { EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import { reworked } from './outcome.js';
import type { Route } from './work-order.js';
import { openOrder } from './work-order.js';
import { follow, place } from './work-order.reactions.js';
import { findBySource } from './work-order.store.js';

/** The register of service points says who mends what is broken there: no list is asked, and nobody pushed it down. */
const BY_REGISTER: Route = { reason: 'designated', by: 'intake', words: '阵地的运营单位 / who runs the service point' };

/** 故障属实: an order is opened for it, and given to who runs the service point. One that was closed without a repair is done again; one that is under way goes on. */
export async function faultConfirmed(
  tx: Tx,
  reference: ReferenceSnapshot,
  fault: EventData<'intake.facility-fault.confirmed.v1'>,
): Promise<void> {
  const standing = await findBySource(tx, 'facility-fault', fault.facilityFaultId);
  if (standing?.state === 'closed')
    return follow(tx, reference, standing, 'rework', (context) => reworked(standing, 'recheck-failed', context));
  if (standing) return;
  const context = reference.contextAt(tx.now);
  const { servicePointCode, facility, name, place: where, note = null } = fault;
  const order = openOrder(
    {
      ...{ id: newId(), type: 'facility-fault', sourceId: fault.facilityFaultId, sourceNumber: null, requestKind: null },
      ...{ categoryCode: fault.categoryCode, areaCode: fault.areaCode, urgency: 'normal', receivedAt: new Date(fault.at) },
      ...{ barredOrganisationIds: null, barredAccountIds: null, confidential: false, finderId: fault.finderId },
      ...{ service: null, facilityFault: { servicePointCode, facility, name, place: where, note } },
    },
    context,
  );
  const leadOrganisationId = reference.inBeing(fault.organisationId).id;
  place(tx, order, { assignment: { leadOrganisationId, coOrganisationIds: [], route: BY_REGISTER }, passedOver: false }, context);
}
