import type { LoggerService } from '@nestjs/common';
import type { OutboxRow } from '@zero-distance/persistence';
import type { Client } from 'pg';
import { publishedEvents } from '../broker/metrics.js';
import { pause } from '../broker/pause.js';
import { jittered } from '../broker/retry-policy.js';
import type { BatchPublisher } from './batch-publisher.js';
import { OutboxCursor } from './outbox-cursor.js';
import { OutboxGaps } from './outbox-gaps.js';

const BATCH = 500;
/** The relay looks at least this often, in case a wake-up is lost. */
const POLL_MS = 500;
/**
 * Milliseconds to wait after a pass that published events. The first event after a quiet moment leaves at once. Under load the events of this time
 * share one read and one acknowledgement. Few events mean a short wait: not many more will come.
 */
const linger = (moved: number): number => (moved < 4 ? 10 : 25);
const BACKOFF_MS = [100, 300, 1_000, 2_000, 5_000];

const SAVE = 'update relay_position set last_id = $1 where generation = $2';
/** The first events of some ranges of ids, each with the saved position; one row without an event when there is none. */
const READ = `select relay_position.last_id as "savedId", generation as epoch, event.*
  from relay_position left join lateral (
    select event.* from unnest($1::bigint[], $2::bigint[]) as range(first, last) cross join lateral (
      select id, event_id as "eventId", subject, headers, body from outbox where id between range.first and range.last order by id limit ${BATCH}
    ) as event order by id limit ${BATCH}
  ) as event on true order by event.id`;

/** pg gives a `bigint` as text. */
interface StoredRow extends OutboxRow {
  readonly savedId: string;
  readonly epoch: number;
  readonly id: string | null;
}
interface PendingEvent extends OutboxRow {
  readonly id: number;
}

/**
 * Brings committed events from the outbox to the stream: reads a batch by id, publishes it, and counts as published exactly what the stream
 * acknowledged. The ids of an aggregate's events follow its versions (see `Transaction`). Transactions commit out of the order of ids;
 * `OutboxCursor` remembers the ids that were skipped.
 */
export class Relay {
  private readonly over = new AbortController();
  private endWait = () => {};
  private wasWoken = false;
  private failures = 0;
  private loop?: Promise<void>;
  /** Its epoch does not exist, so the first read finds the place to begin. */
  private cursor = new OutboxCursor(0, -1);
  private saved = 0;
  private readonly gaps: OutboxGaps;

  /** @param client the leader's own connection: the relay ends with the lock when it breaks */
  constructor(
    private readonly client: Client,
    private readonly publisher: BatchPublisher,
    private readonly logger: LoggerService,
  ) {
    this.gaps = new OutboxGaps(client);
  }

  start(): void {
    this.loop = this.run();
  }

  /** Events were committed: look now. While the stream refuses events, a commit is no reason to ask it sooner. */
  wake(): void {
    this.wasWoken = true;
    if (this.failures === 0) this.endWait();
  }

  /** The broker is back: try now. */
  retry(): void {
    this.failures = 0;
    this.endWait();
  }

  async stop(): Promise<void> {
    this.over.abort();
    this.endWait();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.over.signal.aborted) {
      this.wasWoken = false;
      await this.idle(await this.tryPass());
    }
  }

  /** Returns the milliseconds to wait afterwards. */
  private async tryPass(): Promise<number> {
    try {
      const moved = await this.pass();
      this.failures = 0;
      if (moved === BATCH) return 0; // there is more
      await this.gaps.settle(this.cursor);
      return moved > 0 ? linger(moved) : POLL_MS;
    } catch (error) {
      if (!this.over.signal.aborted) this.logger.warn(`relay: ${(error as Error).message}; trying again`);
      return jittered(BACKOFF_MS[Math.min(this.failures++, BACKOFF_MS.length - 1)] as number);
    }
  }

  private async idle(ms: number): Promise<void> {
    if (ms === 0 || this.over.signal.aborted || (this.wasWoken && this.failures === 0 && ms === POLL_MS)) return;
    if (this.failures === 0 && ms < POLL_MS) await pause(ms, this.over.signal);
    else await this.untilWoken(ms);
  }

  private untilWoken(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Publishes one batch and returns how many events moved. Throws when the stream refused one. */
  private async pass(): Promise<number> {
    const events = await this.read();
    if (events.length === 0) return 0;
    const { stored, error } = await this.publisher.publish(events, this.cursor.epoch);
    this.cursor.published(stored.map(({ id }) => id).sort((a, b) => a - b));
    publishedEvents.inc(stored.length);
    if (error) throw new Error(`the stream did not take an event: ${error}`);
    return stored.length;
  }

  /** Reads the next events. Ahead of that it saves the position, over the same pipelined connection. */
  private async read(): Promise<PendingEvent[]> {
    const { ranges, epoch } = this.cursor;
    const values = [ranges.map(({ first }) => first), ranges.map(({ last }) => last)];
    const reading = { name: 'relay_read', text: READ, values };
    const [, { rows }] = await Promise.all([this.save(), this.client.query<StoredRow>(reading)]);
    const place = rows[0];
    if (!place) throw new Error('relay_position has no row');
    if (place.epoch !== epoch) return this.beginAt(place);
    const events = rows.filter((row) => row.id !== null).map((row) => ({ ...row, id: Number(row.id) }));
    this.cursor.saw(events.map(({ id }) => id));
    return events;
  }

  /** At the start, and after an operator set the relay back. */
  private beginAt({ savedId, epoch }: StoredRow): Promise<PendingEvent[]> {
    this.saved = Number(savedId);
    this.cursor = new OutboxCursor(this.saved, epoch);
    return this.read();
  }

  /** Does not wait for the disk (see `LeaderElection`): a position lost in a crash costs repetitions, which the stream or the inbox drops. */
  private async save(): Promise<void> {
    const { position, epoch } = this.cursor;
    if (position === this.saved) return;
    await this.client.query({ name: 'relay_save', text: SAVE, values: [position, epoch] });
    this.saved = position;
  }
}
