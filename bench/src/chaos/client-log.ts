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

/** A row beside requests and orders, and the state that a caller was told it has come to. */
interface Brought {
  readonly table: BroughtTable;
  readonly id: string;
  readonly state: string;
}

/** Where what comes beside requests and orders is stored. */
export const BROUGHT_TABLES = [
  'dispatch.part',
  'dispatch.whistle',
  'dispatch.supervision_order',
  'intake.knowledge_entry',
  'intake.service_case',
  'intake.activity',
  'intake.activity_booking',
] as const;
type BroughtTable = (typeof BROUGHT_TABLES)[number];

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
  /** Requests that were answered on the spot by a knowledge entry: their orders have ended. */
  readonly onTheSpot = new Set<string>();
  /** Parts, whistles, supervision orders and knowledge entries, service cases, activities and who booked them. */
  readonly brought: Brought[] = [];
  /** Acknowledged uploads. */
  readonly files: SentFile[] = [];
  /** Lives that ended in a refusal that nobody expected. */
  readonly failures: string[] = [];
}
