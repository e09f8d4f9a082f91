interface RecordedCallback {
  readonly id: string;
  readonly requestId: string;
  readonly solved: boolean;
  readonly satisfied: boolean;
}

/** What a caller was told is done: the truth that the product is judged by. */
export class ClientLog {
  /** Acknowledged requests. */
  readonly requests = new Set<string>();
  /** Acknowledged callbacks. */
  readonly callbacks: RecordedCallback[] = [];
  /** Requests whose last callback closed them. */
  readonly closed = new Set<string>();
  /** Lives that ended in a refusal that nobody expected. */
  readonly failures: string[] = [];
}
