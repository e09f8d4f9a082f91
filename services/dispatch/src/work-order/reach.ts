import type { Actor } from '@zero-distance/kernel';
import type { RegisterSnapshot } from '../register/register.js';
import type { WorkOrder } from './work-order.js';

/** Whether the caller acts for the order's lead organisation. */
export function isLead({ org }: Actor, { leadOrganisationId }: WorkOrder, registers: RegisterSnapshot): boolean {
  return org !== undefined && leadOrganisationId !== null && registers.organisation(org)?.id === leadOrganisationId;
}
