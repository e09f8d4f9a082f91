import { TERRITORIAL_KINDS } from '@zero-distance/contracts';
import type { ActingOrganisation } from '@zero-distance/kernel';

/** The facts of an organisation that decide what it may see. */
export interface OrganisationFacts {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly areaCode: string;
}

/** The organisation as an acting one. It alone decides what is seen; the token's roles do not matter. */
export function actingFor({ id, kind, areaCode }: OrganisationFacts): ActingOrganisation {
  return TERRITORIAL_KINDS.some((territorial) => territorial === kind) ? { id, territory: areaCode } : { id };
}
