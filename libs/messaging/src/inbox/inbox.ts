import type { Tx } from '@zero-distance/persistence';

/** An event's place among the events of its aggregate. */
export interface Position {
  readonly aggregateId: string;
  readonly aggregateVersion: number;
}

/** What to do with a delivered event: run it (`next`), drop it because it ran before (`repeat`), or keep it because an earlier one is missing. */
export type Verdict = 'next' | 'repeat' | 'early';

/**
 * How far one consumer has come with each aggregate. Every version of an aggregate is one event, so "the next version" proves both that
 * an event is new and that no earlier one is missing. An inbox of event ids would prove only the first, and grow with every event
 * (decision 2).
 */
export class Inbox {
  private readonly before = new Map<string, number>();
  private readonly reached = new Map<string, number>();

  private constructor(private readonly consumer: string) {}

  /** Reads the positions of the aggregates of a batch. */
  static async load(consumer: string, tx: Tx, batch: readonly Position[]): Promise<Inbox> {
    const inbox = new Inbox(consumer);
    const ids = [...new Set(batch.map((event) => event.aggregateId))];
    const sql = 'select aggregate_id, version from inbox where aggregate_id = any($1::uuid[]) and consumer = $2';
    for (const row of await tx.query<{ aggregate_id: string; version: number }>(sql, [ids, consumer])) {
      inbox.before.set(row.aggregate_id, row.version);
    }
    return inbox;
  }

  /**
   * Judges an event, and counts it as handled when it is the next. Ask in the order of delivery.
   * @param acceptAsFirst where nothing of the aggregate was ever heard, its story begins with this event, whatever its version
   */
  take(event: Position, acceptAsFirst = false): Verdict {
    const known = this.reached.get(event.aggregateId) ?? this.before.get(event.aggregateId);
    if (known !== undefined && event.aggregateVersion <= known) return 'repeat';
    const isNext = event.aggregateVersion === (known ?? 0) + 1;
    if (!isNext && !(acceptAsFirst && known === undefined)) return 'early';
    this.reached.set(event.aggregateId, event.aggregateVersion);
    return 'next';
  }

  /**
   * Queues the new positions. Each moves only from where it was read: when two consumers both believe that they lead, the transaction of the
   * second one fails as a whole.
   */
  save(tx: Tx): void {
    const moved = [...this.reached].filter(([id]) => this.before.has(id));
    const fresh = [...this.reached].filter(([id]) => !this.before.has(id));
    if (moved.length > 0) {
      const sql = `update inbox set version = e.version, handled_at = now()
        from unnest($2::uuid[], $3::int[], $4::int[]) as e(aggregate_id, before, version)
        where inbox.consumer = $1 and inbox.aggregate_id = e.aggregate_id and inbox.version = e.before`;
      tx.write(
        sql,
        [this.consumer, moved.map(([id]) => id), moved.map(([id]) => this.before.get(id)), moved.map(([, v]) => v)],
        moved.length,
      );
    }
    if (fresh.length > 0) {
      const sql = 'insert into inbox (consumer, aggregate_id, version) select $1, * from unnest($2::uuid[], $3::int[])';
      tx.write(sql, [this.consumer, fresh.map(([id]) => id), fresh.map(([, version]) => version)], fresh.length);
    }
  }
}
