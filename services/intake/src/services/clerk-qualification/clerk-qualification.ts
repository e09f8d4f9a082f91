/** 一人通办资格: an item that a clerk of an organisation completes alone. */
export interface ClerkQualification {
  readonly id: string;
  readonly version: number;
  /** Clerk and item, by which there is one. */
  readonly key: string;
  /** The account, as in tokens. */
  readonly clerkId: string;
  readonly itemCode: string;
  /** Code of the organisation that the clerk acts for. */
  readonly organisation: string;
  readonly areaCode: string;
  /** `YYYY-MM-DD`, the first day of it. */
  readonly since: string;
  /** The first day on which they are qualified no more; null while they are. */
  readonly retiredOn: string | null;
}

/** By what a qualification is found: no account has a blank in it. */
export const keyOf = (clerkId: string, itemCode: string): string => `${clerkId} ${itemCode}`;

/** Whether a clerk who acts for an organisation is qualified on a day. */
export const isQualifiedOn = (found: ClerkQualification | undefined, organisation: string | undefined, day: string): boolean =>
  found !== undefined && found.organisation === organisation && found.since <= day && (found.retiredOn === null || day < found.retiredOn);
