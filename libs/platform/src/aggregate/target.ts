/** The one that an action is for, and the version the caller has read, if it said so. */
export interface Target {
  readonly id: string;
  readonly ifMatch?: number;
}
