import type { OrganisationKind } from '@zero-distance/contracts';

/** 承办单位: whoever can be given a work order. `code` is also the `org` claim of its tokens. */
export interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly areaCode: string;
  readonly version: number;
}
