/** 并单: a request, and the main request that it was merged into. */
export interface Membership {
  readonly requestId: string;
  readonly mainRequestId: string;
  readonly at: Date;
}

/** What stands in the story of a main request of those that were merged into it. */
export type MemberAction = 'member-merged' | 'member-left';
