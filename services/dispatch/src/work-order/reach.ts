import type { Actor } from '@zero-distance/kernel';
import type { RegisterSnapshot } from '../register/register.js';
import type { WorkOrder } from './work-order.js';

/** What a caller may see: an area and, for an organisation's own system or staff, only the orders it takes part in. */
export interface Reach {
  readonly area: string;
  readonly organisationId?: string;
}

/** No organisation has it: what a handler of an unregistered organisation sees. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What a caller may see: a handler only its organisation’s orders, everybody only their area. */
export function reachOf(actor: Actor, registers: RegisterSnapshot): Reach {
  if (!actor.org || !actor.roles.includes('handler')) return { area: actor.area };
  return { area: actor.area, organisationId: registers.organisation(actor.org)?.id ?? NOBODY };
}

/** Whether the caller acts for the order's lead organisation. */
export function isLead({ org }: Actor, { leadOrganisationId }: WorkOrder, registers: RegisterSnapshot): boolean {
  return org !== undefined && leadOrganisationId !== null && registers.organisation(org)?.id === leadOrganisationId;
}
