/** 承办单位类别: department 部门, street 街道（乡镇）, community 社区（村）, utility 公用事业单位. */
export const ORGANISATION_KINDS = ['department', 'street', 'community', 'utility'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** 承办单位: whoever can be given a work order. `code` is also the `org` claim of its tokens. */
export interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly areaCode: string;
  readonly version: number;
}
