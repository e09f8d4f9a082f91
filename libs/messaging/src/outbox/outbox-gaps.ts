import type { Client } from 'pg';
import { type IdRange, type OutboxCursor, runsOf, subtract } from './outbox-cursor.js';

/** Gaps that a transaction in flight fills are filled within milliseconds; only what stays open is worth asking about. */
const LOOK_MS = 1_000;

/** Gaps that were open at one moment, and who was writing to the outbox then. */
interface Suspicion {
  readonly gaps: readonly IdRange[];
  readonly writers: readonly string[];
}

/**
 * Finds out which gaps in the outbox's ids stay empty: those of transactions that failed. Whoever draws an id holds the lock
 * that every INSERT takes on its table, and keeps it to the end. So when all who held it after a gap was seen are gone, and the
 * gap is still empty, nobody is left to fill it. (A snapshot's xmin would not tell: an id is drawn before a transaction has its number.)
 */
export class OutboxGaps {
  private suspicion?: Suspicion;
  private lookAt = 0;

  constructor(
    private readonly client: Client,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Closes the gaps that nobody can fill any more. Does something once a second, and only while there are gaps. */
  async settle(cursor: OutboxCursor): Promise<void> {
    if (cursor.gaps.length === 0) {
      this.suspicion = undefined;
      return;
    }
    if (this.clock() < this.lookAt) return;
    this.lookAt = this.clock() + LOOK_MS;
    const { suspicion } = this;
    const writers = await this.writers();
    if (!suspicion) this.suspicion = { gaps: cursor.gaps, writers };
    else if (!suspicion.writers.some((writer) => writers.includes(writer))) await this.close(cursor, suspicion.gaps);
  }

  private async close(cursor: OutboxCursor, gaps: readonly IdRange[]): Promise<void> {
    this.suspicion = undefined;
    cursor.close(subtract(gaps, runsOf(await this.idsIn(gaps))));
  }

  /** The transactions that are writing to the outbox at this moment. */
  private async writers(): Promise<string[]> {
    const text = `select virtualtransaction as writer from pg_locks
      where relation = 'outbox'::regclass and mode = 'RowExclusiveLock' and granted`;
    const { rows } = await this.client.query<{ writer: string }>({ name: 'outbox_writers', text });
    return rows.map(({ writer }) => writer);
  }

  private async idsIn(gaps: readonly IdRange[]): Promise<number[]> {
    const text = `select id from unnest($1::bigint[], $2::bigint[]) as gap(first, last)
      join outbox on id between gap.first and gap.last order by id`;
    const values = [gaps.map(({ first }) => first), gaps.map(({ last }) => last)];
    const { rows } = await this.client.query<{ id: string }>({ name: 'outbox_filled', text, values });
    return rows.map(({ id }) => Number(id));
  }
}
