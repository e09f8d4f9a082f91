/** Whose, by the keyed hash of their number, and how much at once. */
export interface OfPhone {
  readonly phoneIndex: string;
  readonly limit: number;
}

/** What was found of a person who is on no register. */
export interface FoundOfPhone {
  /** Nothing is kept of the person in these any more. */
  readonly erased: readonly string[];
  /** These go on, and are erased when they have ended. */
  readonly unfinished: readonly string[];
  readonly more: boolean;
}
