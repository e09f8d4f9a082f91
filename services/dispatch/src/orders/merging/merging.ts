/** 并单: a request that asks with a main request. */
export interface Member {
  readonly requestId: string;
  readonly number: string;
  readonly at: Date;
}

/** Who asks with a request besides: how many, and the first of them. */
export interface Members {
  readonly count: number;
  readonly first: readonly Member[];
}
