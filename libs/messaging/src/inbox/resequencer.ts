import type { EventEnvelope } from '@zero-distance/contracts';

interface Waiting<M> {
  readonly message: M;
  readonly since: number;
}

/**
 * Where events wait that came before an earlier one of their aggregate was handled: it is being tried again, or was in
 * the hands of a process that died and is delivered a little later. Each is released when its aggregate has moved, or when
 * it has waited too long. Holds at most what the broker leaves unacknowledged.
 */
export class Resequencer<M> {
  private readonly byAggregate = new Map<string, Map<number, Waiting<M>>>();

  /** A repeated delivery takes the place of the one before it. */
  hold({ aggregateId, aggregateVersion }: EventEnvelope, message: M, now: number): void {
    const waiting = this.byAggregate.get(aggregateId) ?? new Map<number, Waiting<M>>();
    const since = waiting.get(aggregateVersion)?.since ?? now;
    waiting.set(aggregateVersion, { message, since });
    this.byAggregate.set(aggregateId, waiting);
  }

  /** The aggregate has moved: those that wait for it are released, in their order. */
  release(aggregateId: string): M[] {
    const waiting = this.byAggregate.get(aggregateId);
    if (!waiting) return [];
    this.byAggregate.delete(aggregateId);
    return [...waiting].sort(([a], [b]) => a - b).map(([, { message }]) => message);
  }

  /** Those that have been held since `before` or longer are given up, in order of version. */
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
