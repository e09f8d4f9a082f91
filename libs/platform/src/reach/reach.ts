import { TERRITORIAL_KINDS } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';

/** What has to be known of an organisation to say what it may see. */
export interface OrganisationFacts {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly areaCode: string;
}

/** How far a caller sees among matters: requests, work orders, callbacks, cases, hazards. */
export interface MatterReach {
  readonly accountId: string;
  /** The area of the token: nothing beyond it is seen. */
  readonly area: string;
  /** Only what the account took in itself. */
  readonly onlyOwn?: boolean;
  /** Whom the caller acts for: then only what it takes part in, and what lies in its territory, if it has one. */
  readonly organisation?: { readonly id: string; readonly territory?: string };
}

/** No organisation has it: what a token of an unregistered organisation acts for, so that it sees nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The organisation alone decides, whatever roles the token holds besides. `found` is the one its `org` names, when there is one. */
export function reachOf({ id, org, area, onlyOwn }: Actor, found: OrganisationFacts | undefined): MatterReach {
  const account = { accountId: id, area, ...(onlyOwn && { onlyOwn }) };
  if (org === undefined) return account;
  if (!found) return { ...account, organisation: { id: NOBODY } };
  const territory = TERRITORIAL_KINDS.some((kind) => kind === found.kind) ? found.areaCode : undefined;
  return { ...account, organisation: { id: found.id, territory } };
}

/** The system's own: event handlers and timers see every matter. */
export const EVERYWHERE: MatterReach = { accountId: 'system', area: '' };
