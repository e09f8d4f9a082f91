/** How long the consumer tries before a message is a dead letter. */
export interface RetryPolicy {
  /** The waits between tries. There is one more try than waits. */
  readonly backoffMs: readonly number[];
  /** How long an event waits for an earlier one of its aggregate. Longer than all tries, and than the broker's redelivery after a crash. */
  readonly waitMs: number;
}

/** Six tries in about half a minute. */
export const RETRY_POLICY: RetryPolicy = { backoffMs: [200, 1_000, 3_000, 8_000, 15_000], waitMs: 120_000 };

/** ±20 %, so that messages that failed together are not tried again together. */
export const jittered = (ms: number): number => Math.round(ms * (0.8 + Math.random() * 0.4));
