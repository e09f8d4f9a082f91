/** 群体: people with a list of services of their own, such as 老年人 or 残障人士. */
export interface ResidentGroup {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The first day on which nobody joins it any more; null while it is one. */
  readonly retiredOn: string | null;
  readonly version: number;
}

/** 依据: by what somebody belongs to a group. */
export const MEMBERSHIP_SOURCES = ['declared', 'document', 'visit', 'department'] as const;
export type MembershipSource = (typeof MEMBERSHIP_SOURCES)[number];

/** 所属群体, with its days: who belonged to it on a day can be asked still years later. */
export interface GroupMembership {
  readonly id: string;
  readonly residentId: string;
  readonly groupCode: string;
  /** `YYYY-MM-DD`: the first day. */
  readonly since: string;
  /** The first day on which it is over; null while it is not. */
  readonly until: string | null;
  readonly source: MembershipSource;
}
