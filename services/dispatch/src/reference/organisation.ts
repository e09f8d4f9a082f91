import type { OrganisationKind } from '@zero-distance/contracts';

/** 承办单位: whoever can be given a work order. `code` is also the `org` claim of its tokens. */
export interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly areaCode: string;
  /** The code of the organisation that it belongs to. */
  readonly parentOrganisation: string | null;
  /** 撤销: since when it is no more. */
  readonly retiredAt: Date | null;
  /** The code of the organisation that took over its work, of one that is no more. */
  readonly successorOrganisation: string | null;
  readonly version: number;
}

/** 村（社区）: what is not on their own list may not be pushed down to them (国办函〔2025〕66号). */
export const isGrassroots = ({ kind }: Pick<Organisation, 'kind'>): boolean => kind === 'community' || kind === 'village';

/** 街道（镇）: it may summon departments. */
export const isStreet = ({ kind }: Pick<Organisation, 'kind'>): boolean => kind === 'street' || kind === 'town';
