import { TERRITORIAL_KINDS } from '@zero-distance/contracts';
import type { ActingOrganisation } from '@zero-distance/kernel';

/** The facts of an organisation that decide what it may see. */
export interface OrganisationFacts {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly areaCode: string;
  /** Those that are no more and whose work it does, over as many steps as there were. */
  readonly predecessors?: readonly string[];
  /** The code of who does its work, of one that is no more. */
  readonly successor?: string | null;
}

/** The organisation as an acting one. It alone decides what is seen; the token's roles do not matter. */
export function actingFor({ id, kind, areaCode, predecessors = [] }: OrganisationFacts): ActingOrganisation {
  return {
    id,
    ...(TERRITORIAL_KINDS.some((territorial) => territorial === kind) && { territory: areaCode }),
    ...(predecessors.length > 0 && { predecessors }),
  };
}
