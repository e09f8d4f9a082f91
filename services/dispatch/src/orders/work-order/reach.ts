import type { Actor } from '@zero-distance/kernel';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import type { WorkOrder } from './work-order.js';

/** Whether the caller acts for the order's lead organisation. */
export function isLead({ org }: Actor, { leadOrganisationId }: WorkOrder, reference: ReferenceSnapshot): boolean {
  return org !== undefined && leadOrganisationId !== null && reference.organisation(org)?.id === leadOrganisationId;
}
