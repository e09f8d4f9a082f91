interface RecordedCallback {
  readonly id: string;
  readonly requestId: string;
  readonly solved: boolean;
  readonly satisfied: boolean;
}

/** A file that was taken, and the SHA-256 of what is kept of it. */
interface SentFile {
  readonly path: string;
  readonly sha256: string;
}

/** What a caller was told is done: the truth that the product is judged by. */
export class ClientLog {
  /** Acknowledged requests. */
  readonly requests = new Set<string>();
  /** Acknowledged callbacks. */
  readonly callbacks: RecordedCallback[] = [];
  /** Requests whose last callback closed them. */
  readonly closed = new Set<string>();
  /** Orders beyond one a request: a part has one of its own, a request that was merged has none that counts. */
  furtherOrders = 0;
  /** Acknowledged uploads. */
  readonly files: SentFile[] = [];
  /** Lives that ended in a refusal that nobody expected. */
  readonly failures: string[] = [];
}
