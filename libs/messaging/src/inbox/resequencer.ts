import type { EventEnvelope } from '@zero-distance/contracts';

interface Waiting<M> {
  readonly message: M;
  readonly since: number;
}

/**
 * Holds events that came before an earlier one of their aggregate was handled: that one is being tried again, or was in hand when a process died
 * and is delivered a little later. An event is released when its aggregate has moved, or expires when it has waited too long. The resequencer
 * holds at most what the broker leaves unacknowledged.
 */
export class Resequencer<M> {
  private readonly byAggregate = new Map<string, Map<number, Waiting<M>>>();

  /** A repeated delivery replaces the one before it, and keeps its time. */
  hold({ aggregateId, aggregateVersion }: EventEnvelope, message: M, now: number): void {
    const waiting = this.byAggregate.get(aggregateId) ?? new Map<number, Waiting<M>>();
    const since = waiting.get(aggregateVersion)?.since ?? now;
    waiting.set(aggregateVersion, { message, since });
    this.byAggregate.set(aggregateId, waiting);
  }

  /** Takes the messages that wait for an aggregate, in order of version. */
  release(aggregateId: string): M[] {
    const waiting = this.byAggregate.get(aggregateId);
    if (!waiting) return [];
    this.byAggregate.delete(aggregateId);
    return [...waiting].sort(([a], [b]) => a - b).map(([, { message }]) => message);
  }

  /** Takes the messages that have waited since `before` or longer, in order of version. */
  expire(before: number): M[] {
    const expired: [number, M][] = [];
    for (const [aggregateId, waiting] of this.byAggregate) {
      for (const [version, { message, since }] of waiting) {
        if (since > before) continue;
        expired.push([version, message]);
        waiting.delete(version);
      }
      if (waiting.size === 0) this.byAggregate.delete(aggregateId);
    }
    return expired.sort(([a], [b]) => a - b).map(([, message]) => message);
  }

  all(): M[] {
    return [...this.byAggregate.values()].flatMap((waiting) => [...waiting.values()].map(({ message }) => message));
  }
}
