import { TERRITORIAL_KINDS } from '@zero-distance/contracts';
import type { ActingOrganisation } from '@zero-distance/kernel';

/** What has to be known of an organisation to say what it may see. */
export interface OrganisationFacts {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly areaCode: string;
}

/** The organisation as one acts for it. The organisation alone decides what is seen, whatever roles a token holds besides. */
export function actingFor({ id, kind, areaCode }: OrganisationFacts): ActingOrganisation {
  return TERRITORIAL_KINDS.some((territorial) => territorial === kind) ? { id, territory: areaCode } : { id };
}
