import type { Client } from 'pg';
import { type IdRange, type OutboxCursor, runsOf, subtract } from './outbox-cursor.js';

/** A transaction in flight fills its gap within milliseconds, so only a gap that stays open for this long is looked into. */
const LOOK_MS = 1_000;

/** The gaps at one moment, and the transactions that were writing to the outbox then. */
interface Observation {
  readonly gaps: readonly IdRange[];
  readonly writers: readonly string[];
}

/**
 * Finds the gaps in the outbox's ids that stay empty, because their transactions failed. A transaction that draws an id holds the lock that
 * every INSERT takes on the table until it ends. So when all transactions that held the lock after a gap was seen have ended and the gap is
 * still empty, no transaction can fill it. (A snapshot's xmin would not do: an id is drawn before the transaction has a number.)
 */
export class OutboxGaps {
  private observation?: Observation;
  private lookAt = 0;

  constructor(
    private readonly client: Client,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Closes the gaps that no transaction can fill any more. Looks once a second, and only while there are gaps. */
  async settle(cursor: OutboxCursor): Promise<void> {
    if (cursor.gaps.length === 0) {
      this.observation = undefined;
      return;
    }
    if (this.clock() < this.lookAt) return;
    this.lookAt = this.clock() + LOOK_MS;
    const { observation } = this;
    const writers = await this.writers();
    if (!observation) this.observation = { gaps: cursor.gaps, writers };
    else if (!observation.writers.some((writer) => writers.includes(writer))) await this.close(cursor, observation.gaps);
  }

  private async close(cursor: OutboxCursor, gaps: readonly IdRange[]): Promise<void> {
    this.observation = undefined;
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
